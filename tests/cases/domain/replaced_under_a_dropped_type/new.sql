CREATE DOMAIN d AS text COLLATE "C";
CREATE TYPE fresh AS (a d);
CREATE TABLE t (x fresh);
