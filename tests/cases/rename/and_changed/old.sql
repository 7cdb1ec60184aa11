CREATE TABLE a (id int UNIQUE, x varchar(10), gone int); CREATE INDEX a_x ON a (x); CREATE VIEW v AS SELECT a.id, a.x FROM a, a AS b;
CREATE TABLE c (a_id int REFERENCES a(id)); INSERT INTO a VALUES (1, 'kept');
