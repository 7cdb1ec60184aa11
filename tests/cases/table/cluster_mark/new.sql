CREATE TABLE t (id integer PRIMARY KEY, b integer); CREATE INDEX t_b ON t (b); ALTER TABLE t CLUSTER ON t_pkey;
CREATE TABLE u (id integer PRIMARY KEY);
