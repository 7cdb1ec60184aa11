CREATE TABLE b (y int, x text); CREATE TABLE a (z date, w text); CREATE VIEW v AS SELECT b.y AS x, a.z FROM b, a;
