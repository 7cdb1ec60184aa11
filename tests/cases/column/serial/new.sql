CREATE TABLE t (id serial, b bigserial); CREATE TABLE u (id integer NOT NULL);
