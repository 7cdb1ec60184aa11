CREATE TYPE row_type AS (id integer, a text); CREATE TABLE t OF row_type; CREATE TABLE u (id integer, a text);
