CREATE TYPE e AS ENUM ('c', 'a'); CREATE DOMAIN d AS e DEFAULT 'c'; CREATE TYPE pair AS (one e, two d);
CREATE TABLE t (x e, y d, z pair, w pair[]);
