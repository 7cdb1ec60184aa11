CREATE TABLE t (a integer, c integer); CREATE VIEW v AS SELECT a FROM t;
