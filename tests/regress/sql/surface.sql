-- What every part of the SQL surface has. Each query lists what breaks a rule: none may.
CREATE EXTENSION pggit;
CREATE VIEW member AS
  SELECT d.classid, d.objid
  FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
  WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND e.extname = 'pggit';
CREATE VIEW member_function AS SELECT p.* FROM pg_proc p JOIN member m ON m.classid = 'pg_proc'::regclass AND m.objid = p.oid;
CREATE VIEW member_relation AS SELECT c.* FROM pg_class c JOIN member m ON m.classid = 'pg_class'::regclass AND m.objid = c.oid;

-- The rules look at something.
SELECT count(*) > 3 AS functions FROM member_function;
SELECT count(*) > 0 AS relations FROM member_relation;

-- A comment on everything.
SELECT pg_describe_object(classid, objid, 0) AS no_comment FROM member
WHERE obj_description(objid, classid::regclass::name) IS NULL AND classid <> 'pg_type'::regclass;
SELECT format('%s.%s', c.oid::regclass, a.attname) AS no_comment
FROM member_relation c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p', 'v', 'm') AND col_description(c.oid, a.attnum) IS NULL;

-- A fixed search path, names for all arguments, no SECURITY DEFINER.
SELECT oid::regprocedure AS loose_search_path FROM member_function
WHERE NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (proconfig), false)
  -- Statements of a person's own run with the person's path; the rest of that function with a fixed one.
  AND proname <> 'resolve_conflict'
  -- Support of the type sha, and what runs for each DDL command, look up no name and must not pay for setting a path.
  AND prorettype <> 'event_trigger'::regtype
  AND NOT (provolatile = 'i' AND 'pggit_v0.sha'::regtype IN (prorettype, proargtypes[0], proargtypes[1]));
SELECT oid::regprocedure AS unnamed_argument FROM member_function
WHERE pronargs > 0 AND (proargnames IS NULL OR '' = ANY (proargnames));
SELECT oid::regprocedure AS definer FROM member_function WHERE prosecdef;

-- What writes is not for everybody. On which branch a session is, it says itself; who may use a branch is asked of its schemas.
SELECT oid::regprocedure AS open_to_all FROM member_function
WHERE provolatile = 'v' AND proname NOT IN ('switch_branch', 'checkout') AND has_function_privilege('pg_monitor', oid, 'EXECUTE');
SELECT oid::regclass AS open_to_all FROM member_relation
WHERE relkind IN ('r', 'p') AND has_table_privilege('pg_monitor', oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER');

-- Rows travel with a dump, and need no sequence to be told apart.
SELECT c.oid::regclass AS not_dumped FROM member_relation c
WHERE relkind IN ('r', 'p') AND c.relname NOT LIKE 'verified\_%' -- of one database's files
  AND NOT EXISTS (SELECT FROM pg_extension e WHERE e.extname = 'pggit' AND c.oid = ANY (e.extconfig));
SELECT conname AS breaks_parallel_restore FROM pg_constraint WHERE contype = 'f' AND conrelid IN (SELECT oid FROM member_relation);
SELECT oid::regclass AS sequence FROM member_relation WHERE relkind = 'S';

DROP EXTENSION pggit CASCADE;
