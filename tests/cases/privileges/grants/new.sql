DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_reader') THEN CREATE ROLE pggit_test_reader; END IF;
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_Writer') THEN CREATE ROLE "pggit_test_Writer"; END IF;
END $$;
CREATE TABLE t (id integer, a text);
CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE TYPE e AS ENUM (); GRANT SELECT, DELETE ON t TO pggit_test_reader; GRANT TRIGGER ON t TO "pggit_test_Writer" WITH GRANT OPTION; REVOKE ALL ON TYPE e FROM PUBLIC; GRANT EXECUTE ON FUNCTION f() TO PUBLIC; CREATE SCHEMA s; REVOKE CREATE ON SCHEMA s FROM CURRENT_USER;
