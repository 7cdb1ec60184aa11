CREATE TABLE t (id integer); CREATE TABLE source (id integer);
