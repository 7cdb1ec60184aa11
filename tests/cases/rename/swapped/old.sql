CREATE TABLE a (x int, y text); CREATE TABLE b (z date, w text); CREATE VIEW v AS SELECT a.x, b.z FROM a, b;
