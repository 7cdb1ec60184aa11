CREATE DOMAIN d AS integer NOT NULL;
CREATE DOMAIN e AS text CONSTRAINT filled CHECK (VALUE <> '');
CREATE TYPE pair AS (a d, b text);
CREATE TABLE t (p pair, q e[]);
