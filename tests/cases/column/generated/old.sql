CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED, c integer GENERATED ALWAYS AS (a * 2) STORED, d integer);
CREATE INDEX t_b ON t (b); COMMENT ON COLUMN t.b IS 'computed'; INSERT INTO t VALUES (1);
