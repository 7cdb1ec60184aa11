CREATE TABLE t (a integer, c integer, b integer GENERATED ALWAYS AS (a + 2) STORED, d integer GENERATED ALWAYS AS (a) STORED);
CREATE INDEX t_b ON t (b); COMMENT ON COLUMN t.b IS 'computed';
