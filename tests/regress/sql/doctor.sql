-- pggit.doctor(): every check when all is well, and when it is not.
CREATE EXTENSION pggit;
CREATE ROLE regress_pggit_doctor;
SELECT check_name, status, hint FROM pggit.doctor();
SELECT details ~ '^PostgreSQL 1[4-8]' AS names_the_server FROM pggit.doctor() WHERE check_name = 'server_version';

-- Anybody may ask.
SET ROLE regress_pggit_doctor;
SELECT count(*), count(DISTINCT check_name) FROM pggit.doctor();
SELECT (pggit.doctor()).check_name LIMIT 1;
RESET ROLE;
SELECT pggit.doctor(1);
\echo :SQLSTATE

CREATE VIEW findings AS SELECT check_name, status, details, hint FROM pggit.doctor() WHERE status <> 'ok';

-- Initialised.
SELECT pggit.init();
SELECT status, details ~ '^initialised by \S+ at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, layout in_place$' AS says_how
FROM pggit.doctor() WHERE check_name = 'repository';
SELECT * FROM findings;

-- Event triggers that do not see everything.
BEGIN;
ALTER EVENT TRIGGER pggit_sql_drop DISABLE;
SELECT * FROM findings;
ALTER EVENT TRIGGER pggit_sql_drop ENABLE;
SELECT * FROM findings;
DROP EVENT TRIGGER pggit_ddl_command_end;
SELECT * FROM findings;
SELECT pggit.init();
ALTER EVENT TRIGGER pggit_sql_drop ENABLE ALWAYS;
SELECT * FROM findings;
DROP EVENT TRIGGER pggit_sql_drop;
CREATE EVENT TRIGGER pggit_sql_drop ON sql_drop WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION pggit_v0.capture_ddl();
ALTER EVENT TRIGGER pggit_sql_drop ENABLE ALWAYS;
SELECT * FROM findings;
ROLLBACK;

-- Another library than the extension's.
BEGIN;
UPDATE pg_extension SET extversion = '0.0.9' WHERE extname = 'pggit';
SELECT * FROM findings;
ROLLBACK;

-- Things that changed hands.
BEGIN;
ALTER FUNCTION pggit.version() OWNER TO regress_pggit_doctor;
ALTER SCHEMA pggit_audit OWNER TO regress_pggit_doctor;
ALTER TABLE pggit_v0.repository OWNER TO regress_pggit_doctor;
SELECT * FROM findings;
ROLLBACK;

-- Doors left open.
BEGIN;
GRANT CREATE ON SCHEMA pggit TO PUBLIC;
GRANT INSERT, DELETE ON pggit_v0.repository TO PUBLIC;
SELECT * FROM findings;
ROLLBACK;

-- Rows that a dump would lose.
BEGIN;
UPDATE pg_extension SET extconfig = NULL, extcondition = NULL WHERE extname = 'pggit';
SELECT * FROM findings;
ROLLBACK;

-- The predecessor's history.
BEGIN;
CREATE SCHEMA "Old pggit";
CREATE TABLE "Old pggit".history (id int, sql_executed text, change_severity text, merge_base_hash text);
CREATE SCHEMA another;
CREATE TABLE another.history (id int, sql_executed text);
SELECT * FROM findings;
ROLLBACK;
SELECT * FROM findings;

-- A database whose bytes are not UTF-8.
SELECT current_database() AS here \gset
CREATE DATABASE regress_pggit_ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C';
\c regress_pggit_ascii
CREATE EXTENSION pggit;
SELECT * FROM pggit.doctor() WHERE check_name = 'encoding';
\c :here
DROP DATABASE regress_pggit_ascii;

DROP VIEW findings;
DROP EXTENSION pggit CASCADE;
DROP ROLE regress_pggit_doctor;
