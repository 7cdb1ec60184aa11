DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_reader') THEN CREATE ROLE pggit_test_reader; END IF;
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_Writer') THEN CREATE ROLE "pggit_test_Writer"; END IF;
END $$;
CREATE TABLE t (id integer, a text);
GRANT SELECT ON t TO pggit_test_reader WITH GRANT OPTION; SET ROLE pggit_test_reader; GRANT SELECT ON t TO "pggit_test_Writer"; RESET ROLE;
