-- Everything that the extension pggit is in this database, as sorted lines without OIDs: two
-- installations are the same when these are.
WITH extension AS (
  SELECT * FROM pg_extension WHERE extname = 'pggit'
), member AS (
  SELECT d.classid, d.objid, pg_describe_object(d.classid, d.objid, 0) AS name
  FROM pg_depend d JOIN extension e ON e.oid = d.refobjid
  WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
), relation AS (
  SELECT m.name, c.* FROM member m JOIN pg_class c ON m.classid = 'pg_class'::regclass AND m.objid = c.oid
), described (name, aspect, value) AS (
  SELECT 'extension', 'row', row(extversion, extrelocatable, extnamespace::regnamespace, extowner::regrole)::text FROM extension
  UNION ALL
  SELECT 'extension', 'rows of ' || c.relation::regclass, c.condition
  FROM extension, unnest(extconfig, extcondition) AS c (relation, condition)
  UNION ALL
  SELECT name, 'member', '' FROM member
  UNION ALL
  SELECT name, 'comment', c.objsubid || ' ' || c.description
  FROM member m JOIN pg_description c ON c.classoid = m.classid AND c.objoid = m.objid
  UNION ALL
  SELECT name, 'privileges at install', i.objsubid || ' ' || i.initprivs::text
  FROM member m JOIN pg_init_privs i ON i.classoid = m.classid AND i.objoid = m.objid
  UNION ALL
  SELECT name, 'depends on', pg_describe_object(d.refclassid, d.refobjid, d.refobjsubid) || ' ' || d.deptype::text
  FROM member m JOIN pg_depend d ON d.classid = m.classid AND d.objid = m.objid
  UNION ALL
  SELECT name, 'schema', row(n.nspowner::regrole, n.nspacl)::text
  FROM member m JOIN pg_namespace n ON m.classid = 'pg_namespace'::regclass AND m.objid = n.oid
  UNION ALL
  SELECT name, 'definition', pg_get_functiondef(p.oid)
  FROM member m JOIN pg_proc p ON m.classid = 'pg_proc'::regclass AND m.objid = p.oid WHERE p.prokind IN ('f', 'p')
  UNION ALL
  SELECT name, 'function', row(p.proowner::regrole, p.prokind, p.procost, p.prorows, p.proacl, p.proargnames, p.probin, p.prosrc)::text
  FROM member m JOIN pg_proc p ON m.classid = 'pg_proc'::regclass AND m.objid = p.oid
  UNION ALL
  SELECT name, 'relation', row(relowner::regrole, relkind, relpersistence, relacl, reloptions, relrowsecurity, relforcerowsecurity, relreplident)::text
  FROM relation
  UNION ALL
  SELECT name, 'view', pg_get_viewdef(oid) FROM relation WHERE relkind IN ('v', 'm')
  UNION ALL
  SELECT r.name, 'column', row(a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
      a.attgenerated, a.attstorage, a.attcollation, a.attacl,
      -- The server stamps columns with a version of its own, which no dump keeps.
      ARRAY(SELECT o FROM unnest(a.attoptions) o WHERE o NOT LIKE 'pg\_attver=%'), pg_get_expr(d.adbin, d.adrelid))::text
  FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  UNION ALL
  SELECT r.name, 'constraint', c.conname || ' ' || pg_get_constraintdef(c.oid) FROM relation r JOIN pg_constraint c ON c.conrelid = r.oid
  UNION ALL
  SELECT r.name, 'index', pg_get_indexdef(i.indexrelid) FROM relation r JOIN pg_index i ON i.indrelid = r.oid
  UNION ALL
  SELECT r.name, 'trigger', pg_get_triggerdef(t.oid) FROM relation r JOIN pg_trigger t ON t.tgrelid = r.oid WHERE NOT t.tgisinternal
  UNION ALL
  SELECT r.name, 'rule', pg_get_ruledef(w.oid) FROM relation r JOIN pg_rewrite w ON w.ev_class = r.oid
  UNION ALL
  SELECT name, 'type', row(t.typowner::regrole, t.typtype, t.typlen, t.typacl, format_type(t.typbasetype, t.typtypmod), t.typdefault)::text
  FROM member m JOIN pg_type t ON m.classid = 'pg_type'::regclass AND m.objid = t.oid
)
SELECT name, aspect, value FROM described ORDER BY name COLLATE "C", aspect COLLATE "C", value COLLATE "C";
