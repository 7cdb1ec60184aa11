CREATE TABLE r (id integer, CONSTRAINT new_key PRIMARY KEY (id)); CREATE TABLE t (a integer REFERENCES r); CREATE VIEW v AS SELECT id, count(*) FROM r GROUP BY id;
