-- Rows of every sort of column, in tables that refuse, change and hide rows.
CREATE SCHEMA "a ""b";
CREATE TYPE mood AS ENUM ('sad', 'ok, really', '"');
CREATE TYPE pair AS (m mood, t text);
CREATE TYPE span AS RANGE (subtype = float8);
CREATE DOMAIN short AS text CHECK (length(VALUE) < 99);
CREATE DOMAIN moods AS mood[] CHECK (cardinality(VALUE) < 9);
CREATE TABLE sorts (
  id bigint GENERATED ALWAYS AS IDENTITY (INCREMENT 7) PRIMARY KEY, m mood, ms mood[][], p pair, ps pair[], s span, sh short, md moods,
  t timestamptz DEFAULT now(), i interval, f float8, r real, b bytea, j jsonb, x xml, c "char", n numeric, o regclass, bits bit(3), big text,
  twice bigint GENERATED ALWAYS AS (id * 2) STORED);
INSERT INTO sorts (m, ms, p, ps, s, sh, md, i, f, r, b, j, x, c, n, o, bits, big) VALUES
  ('sad', '{{sad,"ok, really"},{NULL,"\""}}', ('"', 'a,"b\'), ARRAY[('sad', NULL)::pair, NULL], '[0.1,0.30000000000000004)', 'x', '{sad}',
   '1 mon -3 days 04:05:06.000007', 0.1 + 0.2, 1.0 / 3, '\x00ff5c', '{"a": [1, null]}', '<a>b</a>', 'z', 'NaN', 'sorts', B'101', repeat('long', 9999)),
  (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
ALTER TABLE sorts DROP COLUMN c;
CREATE TABLE tree (id int PRIMARY KEY, parent int REFERENCES tree, other int);
INSERT INTO tree VALUES (1, 3), (2, 1), (3, 2);
CREATE TABLE ring (id int PRIMARY KEY, t int REFERENCES tree);
INSERT INTO ring VALUES (1, 1), (2, 3);
ALTER TABLE tree ADD FOREIGN KEY (other) REFERENCES ring DEFERRABLE;
UPDATE tree SET other = 2;
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'no'; END$$;
CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON tree FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE RULE nothing AS ON INSERT TO ring DO INSTEAD NOTHING;
CREATE TABLE hidden (id int, who name);
INSERT INTO hidden VALUES (1, 'nobody');
ALTER TABLE hidden ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY mine ON hidden USING (who = current_user);
CREATE TABLE checked (i int);
INSERT INTO checked VALUES (-1);
ALTER TABLE checked ADD CHECK (i > 0) NOT VALID;
CREATE TABLE parted (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE "a ""b"."p 1" PARTITION OF parted FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY HASH (id);
CREATE TABLE p_1_0 PARTITION OF "a ""b"."p 1" FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE p_1_1 PARTITION OF "a ""b"."p 1" FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE p_rest PARTITION OF parted DEFAULT;
INSERT INTO parted SELECT i, date '2020-12-01' + i FROM generate_series(1, 99) i;
CREATE TABLE child (extra int) INHERITS (checked);
INSERT INTO child VALUES (5, 6);
CREATE UNLOGGED TABLE loose (id serial, v text);
INSERT INTO loose (v) VALUES ('a'), ('b');
CREATE TABLE none ();
INSERT INTO none DEFAULT VALUES;
CREATE TABLE of_pair OF pair (PRIMARY KEY (t));
INSERT INTO of_pair VALUES ('sad', 'x');
CREATE SEQUENCE "a ""b".counter START 5 INCREMENT -2 MAXVALUE 100;
SELECT nextval('"a ""b".counter');
CREATE TABLE "a ""b"."select" ("from" int DEFAULT nextval('"a ""b".counter'), "pggit" sorts);
INSERT INTO "a ""b"."select" SELECT 1, (SELECT q FROM sorts q LIMIT 1);
CREATE UNIQUE INDEX ON "a ""b"."select" (("from" + 1));
CREATE MATERIALIZED VIEW first AS SELECT count(*) FROM parted;
CREATE MATERIALIZED VIEW a_second AS SELECT * FROM first;
CREATE MATERIALIZED VIEW unread AS SELECT 1 / 0 AS x FROM none WITH NO DATA;
-- What an extension calls its own has the names of what is not.
CREATE EXTENSION pg_trgm;
CREATE TABLE similarity (id int PRIMARY KEY, t text DEFAULT 'x', CHECK (t OPERATOR(public.%) 'x' OR t IS NULL));
CREATE TABLE "%" (id int REFERENCES similarity);
CREATE INDEX gtrgm ON similarity USING gin (t gin_trgm_ops);
INSERT INTO similarity VALUES (1);
INSERT INTO "%" VALUES (1);
