DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_reader') THEN CREATE ROLE pggit_test_reader; END IF;
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_Writer') THEN CREATE ROLE "pggit_test_Writer"; END IF;
END $$;
CREATE TABLE t (id integer, a text);
CREATE VIEW v AS SELECT id, a FROM t; CREATE VIEW w AS SELECT id FROM v; COMMENT ON COLUMN w.id IS 'w'; GRANT SELECT (id), INSERT (id) ON w TO pggit_test_reader; ALTER VIEW w ALTER COLUMN id SET DEFAULT 3;
