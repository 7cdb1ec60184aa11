CREATE TABLE t (a integer, b integer, c integer); CREATE INDEX t_bc ON t (b, c); CREATE VIEW v AS SELECT a, b FROM t;
