-- The shop meets pggit
--
-- One extension, and one call that marks the database. The shop's own schema stays as it was.
\set ECHO queries

CREATE EXTENSION pggit;
SELECT pggit.version();
SELECT pggit.init();

\unset ECHO
\echo 'What CREATE EXTENSION brought, all in schemas of its own:'
\set ECHO queries

SELECT n.nspname AS schema, obj_description(n.oid, 'pg_namespace') AS purpose
FROM pg_depend d
JOIN pg_extension e ON e.oid = d.refobjid AND e.extname = 'pggit'
JOIN pg_namespace n ON n.oid = d.objid AND d.classid = 'pg_namespace'::regclass
ORDER BY 1;
