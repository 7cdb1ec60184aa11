DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_reader') THEN CREATE ROLE pggit_test_reader; END IF;
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_Writer') THEN CREATE ROLE "pggit_test_Writer"; END IF;
END $$;
CREATE TABLE t (a integer, b integer, c integer); GRANT SELECT (a), INSERT (a) ON t TO pggit_test_reader; GRANT SELECT (c) ON t TO "pggit_test_Writer";
