CREATE TYPE row_type AS (id integer, a text); CREATE TABLE t (id integer, a text); CREATE TABLE u OF row_type;
