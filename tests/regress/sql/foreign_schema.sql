-- A schema of somebody else's in the way: refused, nothing changed, and the way over works.
-- (Contexts name a line of the script, and later servers add to them.)
\set SHOW_CONTEXT never
CREATE VIEW ours AS
  SELECT 'schema ' || nspname AS what FROM pg_namespace WHERE nspname LIKE 'pggit%'
  UNION ALL SELECT 'table ' || oid::regclass FROM pg_class WHERE relkind = 'r' AND relnamespace::regnamespace::text LIKE 'pggit%'
  UNION ALL SELECT 'extension ' || extname FROM pg_extension WHERE extname LIKE 'pggit%'
  ORDER BY 1;

-- pggit v1.
CREATE SCHEMA pggit;
CREATE TABLE pggit.history (id int, sql_executed text);
CREATE TABLE pggit.objects (id int);
CREATE TABLE pggit.commits (id int);
INSERT INTO pggit.history VALUES (1, 'CREATE TABLE t ()');
CREATE EXTENSION pggit;
\echo :SQLSTATE
SELECT * FROM ours;

-- pggit v1 while it still listens.
CREATE FUNCTION pggit.listen() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM FROM pggit.history; END $$;
CREATE EVENT TRIGGER "Old listener" ON ddl_command_end EXECUTE FUNCTION pggit.listen();
CREATE EXTENSION pggit;
\echo :SQLSTATE
CREATE EXTENSION IF NOT EXISTS pggit CASCADE;
\echo :SQLSTATE

-- The way over.
ALTER EVENT TRIGGER "Old listener" DISABLE;
ALTER SCHEMA pggit RENAME TO pggit_legacy;
CREATE EXTENSION pggit;
SELECT * FROM ours;
SELECT * FROM pggit_legacy.history;
DROP EXTENSION pggit;
SELECT * FROM ours;
DROP EVENT TRIGGER "Old listener";
DROP SCHEMA pggit_legacy CASCADE;

-- Somebody else's, empty or not, under any of the three names.
CREATE SCHEMA pggit;
CREATE EXTENSION pggit;
\echo :SQLSTATE
DROP SCHEMA pggit;
CREATE SCHEMA pggit_v0;
CREATE TABLE pggit_v0.something (a int);
CREATE EXTENSION pggit;
\echo :SQLSTATE
DROP SCHEMA pggit_v0 CASCADE;
CREATE SCHEMA pggit_audit;
CREATE EXTENSION pggit;
\echo :SQLSTATE
SELECT * FROM ours;
DROP SCHEMA pggit_audit;
CREATE EXTENSION pggit;
DROP EXTENSION pggit;
DROP VIEW ours;
