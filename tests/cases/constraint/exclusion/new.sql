CREATE TABLE t (a int4range, b integer, CONSTRAINT e EXCLUDE USING gist (a WITH &&) WHERE (b > 0) DEFERRABLE);
