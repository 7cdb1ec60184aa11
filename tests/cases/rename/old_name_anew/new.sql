CREATE TABLE b (y int); CREATE TABLE a (x int); CREATE VIEW v AS SELECT a.x FROM a, a AS o; CREATE TABLE r (a b);
