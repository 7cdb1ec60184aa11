CREATE TABLE t (a integer, b integer); CREATE STATISTICS s ON a, b FROM t; CREATE STATISTICS k (ndistinct) ON a, b FROM t;
