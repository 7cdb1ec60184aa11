CREATE TABLE p (a integer, b text DEFAULT 'x', c integer);
CREATE TABLE c (own integer) INHERITS (p); CREATE TABLE gc () INHERITS (c); ALTER TABLE ONLY gc ALTER COLUMN b SET DEFAULT 'mine';
