CREATE TABLE t (a integer, b integer, c integer);
CREATE STATISTICS s ON c, (a + b), a FROM t;
