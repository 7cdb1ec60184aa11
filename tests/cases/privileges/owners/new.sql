DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_reader') THEN CREATE ROLE pggit_test_reader; END IF;
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_Writer') THEN CREATE ROLE "pggit_test_Writer"; END IF;
END $$;
CREATE TABLE t (id integer, a text);
ALTER TABLE t OWNER TO pggit_test_reader; GRANT SELECT ON t TO "pggit_test_Writer"; CREATE SCHEMA s AUTHORIZATION "pggit_test_Writer";
