-- CREATE EXTENSION and DROP EXTENSION.
CREATE ROLE regress_pggit_install;
SELECT current_database() AS here \gset
GRANT CREATE ON DATABASE :"here" TO regress_pggit_install;

-- Only a superuser may install it.
SET ROLE regress_pggit_install;
CREATE EXTENSION pggit;
\echo :SQLSTATE
RESET ROLE;

CREATE EXTENSION pggit;
CREATE EXTENSION pggit;
\echo :SQLSTATE
CREATE EXTENSION IF NOT EXISTS pggit;
SELECT e.extversion, e.extrelocatable, n.nspname
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
WHERE e.extname = 'pggit';
SELECT nspname, pg_catalog.obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname LIKE 'pggit%' ORDER BY 1;

-- Its parts go with it and not before.
DROP SCHEMA pggit_audit;
\echo :SQLSTATE
DROP FUNCTION pggit.version();
\echo :SQLSTATE

-- Emptying public, as people do, leaves the history where it is.
SELECT pggit.init();
DROP SCHEMA public CASCADE;
CREATE SCHEMA public;
SELECT count(*) FROM pggit_v0.repository;

-- While a history is kept the extension stays, unless that is meant; then nothing is left behind.
DROP EXTENSION pggit;
\echo :SQLSTATE
BEGIN;
SELECT pggit.deinit();
DROP EXTENSION pggit;
ROLLBACK;
DROP EXTENSION pggit CASCADE;
SELECT evtname FROM pg_event_trigger;
SELECT nspname FROM pg_namespace WHERE nspname LIKE 'pggit%';
SELECT proname FROM pg_proc WHERE probin LIKE '%pggit%';
CREATE EXTENSION pggit;
SELECT count(*) FROM pggit_v0.repository;

-- Without a schema to create in, it installs all the same.
DROP EXTENSION pggit;
SET search_path = '';
CREATE EXTENSION pggit SCHEMA public;
\echo :SQLSTATE
CREATE EXTENSION pggit;
SELECT pggit.version();
RESET search_path;
DROP EXTENSION pggit;
REVOKE CREATE ON DATABASE :"here" FROM regress_pggit_install;
DROP ROLE regress_pggit_install;
