-- Tables, partitions, inheritance, and what needs something in a circle.
CREATE TABLE t (id serial PRIMARY KEY, a text DEFAULT 'x' NOT NULL, CHECK (a <> ''));
CREATE TABLE c (b int DEFAULT 7) INHERITS (t);
CREATE TABLE gc () INHERITS (c);
ALTER TABLE ONLY gc ALTER COLUMN a SET DEFAULT 'y';
ALTER TABLE t REPLICA IDENTITY USING INDEX t_pkey;
ALTER TABLE t CLUSTER ON t_pkey;
COMMENT ON INDEX t_pkey IS 'the index';
COMMENT ON CONSTRAINT t_pkey ON t IS 'the key';

-- Two parents, and one that came later.
CREATE TABLE p1 (x int, y int NOT NULL);
CREATE TABLE p2 (y int, z int DEFAULT 3);
CREATE TABLE two_parents (extra text) INHERITS (p1, p2);
CREATE TABLE merged (z int, x int, own int) INHERITS (p1, p2);
CREATE TABLE later (z int, own int, y int NOT NULL, x int);
ALTER TABLE later INHERIT p1, INHERIT p2;
CREATE TABLE made (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
CREATE TABLE made_child (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
ALTER TABLE made_child INHERIT made;
CREATE TABLE made_later (b int GENERATED ALWAYS AS (a * 2) STORED, a int);
ALTER TABLE made_later INHERIT made;
CREATE TABLE gives_up (z int) INHERITS (p2);
ALTER TABLE ONLY gives_up ALTER COLUMN z DROP DEFAULT;
CREATE TABLE not_null_too (y int NOT NULL, x int) INHERITS (p1);
CREATE TABLE not_null_now () INHERITS (p1);
ALTER TABLE ONLY not_null_now ALTER COLUMN x SET NOT NULL, ALTER COLUMN y SET NOT NULL;

-- Partitions of partitions, with keys, indexes and foreign keys in both directions.
CREATE TABLE m (at date, k int, PRIMARY KEY (at, k)) PARTITION BY RANGE (at);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')
    PARTITION BY LIST (k);
CREATE TABLE m1a PARTITION OF m1 FOR VALUES IN (1);
CREATE TABLE m1d PARTITION OF m1 DEFAULT;
CREATE INDEX mi ON m (k);
CREATE INDEX m1_only ON ONLY m1 (at);
CREATE TABLE fk (at date, k int, FOREIGN KEY (at, k) REFERENCES m);
ALTER TABLE m ADD COLUMN self_at date, ADD FOREIGN KEY (self_at, k) REFERENCES m;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touch AFTER INSERT ON m FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE m1a DISABLE TRIGGER touch;
ALTER TABLE m1d ENABLE ALWAYS TRIGGER touch;

-- Circles.
CREATE VIEW v AS SELECT id, a FROM t GROUP BY id;
CREATE VIEW w AS SELECT * FROM v;
CREATE OR REPLACE VIEW v WITH (security_barrier) AS
    SELECT t.id, t.a FROM t WHERE t.id NOT IN (SELECT w.id FROM (SELECT 1 AS id) AS w) GROUP BY t.id;
CREATE RULE r AS ON INSERT TO v DO INSTEAD INSERT INTO t (id, a) SELECT w.id, w.a FROM w;
CREATE VIEW x AS SELECT 1 AS n, 'a'::text COLLATE "C" AS "Text";
CREATE VIEW y AS SELECT * FROM x;
CREATE OR REPLACE VIEW x AS SELECT n, "Text" FROM y;
COMMENT ON VIEW x IS 'needs y, which needs x';
CREATE TABLE a (id int PRIMARY KEY, b int);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;
CREATE TABLE checked (id int, low int, high int);
CREATE FUNCTION fits(checked) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.low < $1.high';
ALTER TABLE checked ADD CONSTRAINT fits CHECK (fits(checked));
CREATE TABLE seen (id int DEFAULT 1);
CREATE FUNCTION newest() RETURNS seen LANGUAGE sql AS 'SELECT * FROM seen LIMIT 1';
ALTER TABLE seen ALTER COLUMN id SET DEFAULT (newest()).id;
CREATE VIEW of_function AS SELECT 1 AS id;
CREATE FUNCTION from_view() RETURNS SETOF of_function LANGUAGE sql
    BEGIN ATOMIC SELECT * FROM of_function; END;
CREATE OR REPLACE VIEW of_function AS SELECT id FROM from_view();

-- Names.
CREATE SCHEMA "it's a ""schema"": $$ \";
CREATE TABLE "it's a ""schema"": $$ \"."select; -- not a comment" (
    "a b" int PRIMARY KEY,
    "Ünïcode, 日本" text DEFAULT $$it's $q$ quoted \$$ CHECK ("Ünïcode, 日本" <> E'\\\n;'),
    "c(d)" int REFERENCES "it's a ""schema"": $$ \"."select; -- not a comment",
    abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk int,
    "line
break" int
);
CREATE INDEX "USING btree (x)" ON "it's a ""schema"": $$ \"."select; -- not a comment"
    (("a b" + 1) DESC, "c(d)") WHERE "Ünïcode, 日本" <> ' USING ';
COMMENT ON COLUMN "it's a ""schema"": $$ \"."select; -- not a comment"."line
break" IS E'two\nlines; and a \\ $$';
CREATE VIEW "it's a ""schema"": $$ \"."View" AS
    SELECT "a b", "line
break" AS "?column?" FROM "it's a ""schema"": $$ \"."select; -- not a comment";
