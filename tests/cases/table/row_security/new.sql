DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_reader') THEN CREATE ROLE pggit_test_reader; END IF;
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_Writer') THEN CREATE ROLE "pggit_test_Writer"; END IF;
END $$;
CREATE TABLE t (id integer, who name);
ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON t TO pggit_test_reader USING (who = SESSION_USER) WITH CHECK (true);
CREATE POLICY more ON t AS RESTRICTIVE FOR INSERT WITH CHECK (id > 0);
COMMENT ON POLICY own ON t IS 'mine';
