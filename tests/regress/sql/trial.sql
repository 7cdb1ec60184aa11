-- A merge into a branch without a live schema is built on trial, read back and taken away again.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
CREATE SCHEMA "Odd Shop";
CREATE TABLE "Odd Shop".goods (id int PRIMARY KEY, name text);
CREATE FUNCTION half(i int) RETURNS int LANGUAGE sql IMMUTABLE RETURN i / 2;
CREATE TABLE users (id int PRIMARY KEY, code text);
CREATE VIEW joined AS SELECT u.id, g.name FROM users u JOIN "Odd Shop".goods g ON g.name = u.code;
CREATE TEMP VIEW waiting AS SELECT path, element, type, reason FROM pggit.conflicts ORDER BY path, element;
SELECT pggit.init();
INSERT INTO users VALUES (1, 'x');

-- Both work alone; together a view of a function that returns another type now.
CREATE VIEW halves AS SELECT half(id) + 1 AS half FROM users;
SELECT length(pggit.commit('halves'));
SELECT length(pggit_v0.create_branch('halves'));
SELECT length(pggit.reset('HEAD~1', hard => true));
DROP FUNCTION half;
CREATE FUNCTION half(i int) RETURNS text LANGUAGE sql IMMUTABLE RETURN (i / 2)::text;
SELECT length(pggit.commit('half as a text'));
SELECT length(pggit_v0.create_branch('texts'));
SELECT conflicts, conflict_objects, status FROM pggit.merge('halves', 'texts');
SET pggit.current_branch = 'texts';
SELECT * FROM waiting;
SELECT pggit.merge_abort();
RESET pggit.current_branch;
SELECT conflicts, conflict_objects FROM pggit_v0.rebase_branch('texts', 'halves');
SET pggit.current_branch = 'texts';
SELECT * FROM waiting;
SELECT pggit.replay_abort();
RESET pggit.current_branch;

-- A view that neither side touched, over what each retyped.
SELECT length(pggit.reset('HEAD~1', hard => true));
SET pggit.allow_data_loss = on;
DROP VIEW joined;
ALTER TABLE users ALTER code TYPE varchar(9);
CREATE VIEW joined AS SELECT u.id, g.name FROM users u JOIN "Odd Shop".goods g ON g.name = u.code;
SELECT length(pggit.commit('short codes'));
SELECT length(pggit_v0.create_branch('codes'));
SELECT length(pggit.reset('HEAD~1', hard => true));
CREATE VIEW names AS SELECT g.name FROM "Odd Shop".goods g;
ALTER TABLE "Odd Shop".goods ADD price numeric(10, 2) DEFAULT 0 CHECK (price >= 0);
CREATE INDEX ON "Odd Shop".goods (lower(name));
CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TABLE feelings (id serial, of int REFERENCES users, m mood DEFAULT 'good');
CREATE FUNCTION latest() RETURNS feelings LANGUAGE sql BEGIN ATOMIC SELECT * FROM feelings ORDER BY id DESC LIMIT 1; END;
CREATE TABLE parted (i int) PARTITION BY RANGE (i);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (10);
CREATE MATERIALIZED VIEW counted AS SELECT count(*) FROM feelings;
GRANT SELECT ON feelings TO PUBLIC;
COMMENT ON COLUMN feelings.m IS 'how they feel';
SELECT length(pggit.commit('names'));
SELECT length(pggit_v0.create_branch('names'));
SELECT conflicts, conflict_objects, status FROM pggit.merge('codes', 'names');
SELECT count(*) FROM pggit_v0.fsck();

-- A view of a column that the other side renamed: the server's own words are what is committed.
SELECT length(pggit.reset('codes', hard => true));
ALTER TABLE users RENAME code TO codex;
SELECT length(pggit.commit('codex'));
SELECT length(pggit_v0.create_branch('codex'));
SELECT status, conflict_objects FROM pggit.merge('names', 'codex');
SELECT object_path, definition FROM (SELECT (pggit_v0.diff_commits('codex^1', 'codex')).*) d (object_path, change_type, old, definition)
WHERE object_path LIKE '%joined%';

-- Nothing is left of it, and no table with rows was touched.
SELECT nspname FROM pg_namespace WHERE nspname LIKE 'pggit_trial%';
SELECT * FROM users;
SELECT statement FROM pggit.history WHERE statement LIKE '%pggit_trial%';

-- Who may not make schemas is told that it was not tried.
SELECT length(pggit_v0.create_branch('again', 'codex^1'));
CREATE ROLE trial_plain;
GRANT EXECUTE ON FUNCTION pggit.merge(text, text, text, text[]) TO trial_plain;
SET ROLE trial_plain;
SELECT status FROM pggit.merge('names', 'again');
RESET ROLE;
DROP OWNED BY trial_plain;
DROP ROLE trial_plain;
