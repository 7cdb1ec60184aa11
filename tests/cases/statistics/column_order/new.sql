CREATE TABLE t (c integer, b integer, a integer);
CREATE STATISTICS s ON a, c, (a + b) FROM t;
