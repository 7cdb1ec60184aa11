CREATE DOMAIN d AS integer;
CREATE DOMAIN e AS text;
CREATE TYPE pair AS (a d, b text);
CREATE TABLE t (p pair, q e[]);
