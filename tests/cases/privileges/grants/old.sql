DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_reader') THEN CREATE ROLE pggit_test_reader; END IF;
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_Writer') THEN CREATE ROLE "pggit_test_Writer"; END IF;
END $$;
CREATE TABLE t (id integer, a text);
CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE TYPE e AS ENUM (); GRANT SELECT, INSERT ON t TO pggit_test_reader WITH GRANT OPTION; GRANT UPDATE ON t TO PUBLIC; REVOKE ALL ON FUNCTION f() FROM PUBLIC; CREATE SCHEMA s; GRANT USAGE ON SCHEMA s TO pggit_test_reader;
