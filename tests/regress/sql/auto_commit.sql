-- pggit.auto_commit: transactions that run DDL are committed by themselves.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
CREATE ROLE regress_pggit_plain;
CREATE SCHEMA theirs AUTHORIZATION regress_pggit_plain;
SELECT pggit.init();
CREATE TEMP VIEW history AS SELECT message, author = session_user || ' <>' AS by_me FROM pggit.log("limit" => 1);

-- The setting.
SELECT name, setting, vartype, enumvals, context, short_desc FROM pg_settings WHERE name LIKE 'pggit.%' ORDER BY 1;
SET pggit.auto_commit = on;
\echo :SQLSTATE
CREATE TABLE not_committed (i int);
SELECT count(*) FROM pggit.log();
SET pggit.auto_commit = transaction;

-- One command, several, and those of one transaction.
CREATE TABLE a (i int);
SELECT * FROM history;
SELECT object_path, change_type FROM pggit.show();
CREATE TABLE b (i int) \; CREATE TABLE c (i int) \; DROP TABLE a;
SELECT * FROM history;
BEGIN;
ALTER TABLE b ADD j int;
ALTER TABLE c ADD j int;
COMMIT;
SELECT * FROM history;
SELECT * FROM pggit.status();
DO $$ BEGIN CREATE TABLE d (i int); CREATE TABLE e (i int); END $$;
SELECT * FROM history;
SELECT count(*) FROM pggit.log();
SELECT statement, commit_sha = (SELECT commit_sha FROM pggit.log("limit" => 1)) AS in_it FROM pggit.history WHERE statement LIKE '%TABLE e%';

-- What changes nothing makes no commit.
SELECT count(*) AS before FROM pggit.log() \gset
BEGIN;
CREATE TABLE gone (i int);
DROP TABLE gone;
COMMIT;
CREATE TEMP TABLE scratch (i int);
BEGIN;
CREATE TABLE rolled_back (i int);
ROLLBACK;
INSERT INTO b VALUES (1);
SELECT count(*) - :before AS more FROM pggit.log();

-- A transaction that commits by itself is not committed again.
BEGIN;
CREATE TABLE f (i int);
SELECT length(pggit.commit('by hand'));
COMMIT;
SELECT * FROM history;
BEGIN;
CREATE TABLE g (i int);
SELECT length(pggit.commit('half of it'));
CREATE TABLE h (i int);
COMMIT;
SELECT * FROM history;

-- For one transaction alone.
SET pggit.auto_commit = off;
BEGIN;
SET LOCAL pggit.auto_commit = transaction;
CREATE TABLE k (i int);
COMMIT;
SELECT * FROM history;
CREATE TABLE l (i int);
SELECT object_path, attributed_to = session_user AS by_me, statement FROM pggit.status();
SELECT length(pggit.commit('l'));

-- Whoever may not commit runs DDL all the same.
SET pggit.auto_commit = transaction;
SET ROLE regress_pggit_plain;
CREATE TABLE theirs.t (i int);
RESET ROLE;
SELECT object_path, attributed_to = session_user AS by_me, statement FROM pggit.status();
GRANT EXECUTE ON FUNCTION pggit.commit(text, text[], boolean) TO regress_pggit_plain;
SET ROLE regress_pggit_plain;
CREATE TABLE theirs.u (i int);
RESET ROLE;
SELECT object_path, change_type FROM pggit.show();

-- Where the commit fails the DDL stands.
BEGIN;
CREATE TABLE read_only (i int);
SET TRANSACTION READ ONLY;
COMMIT;
SELECT object_path FROM pggit.status();
SET pggit.current_branch = other;
CREATE TABLE on_a_branch (i int);
RESET pggit.current_branch;
SELECT object_path FROM pggit.status();
BEGIN;
SELECT pggit.deinit();
CREATE TABLE last (i int);
COMMIT;
RESET pggit.auto_commit;
SELECT pggit.init();
SELECT object_path, statement FROM pggit.status();

DROP VIEW history;
DROP EXTENSION pggit CASCADE;
DROP OWNED BY regress_pggit_plain;
DROP ROLE regress_pggit_plain;
