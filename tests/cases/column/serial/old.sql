CREATE TABLE t (id integer NOT NULL, b integer); CREATE TABLE u (id serial);
