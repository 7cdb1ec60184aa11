DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_reader') THEN CREATE ROLE pggit_test_reader; END IF;
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_Writer') THEN CREATE ROLE "pggit_test_Writer"; END IF;
END $$;
CREATE FUNCTION f(b integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'; GRANT EXECUTE ON FUNCTION f(integer) TO pggit_test_reader; CREATE FUNCTION g() RETURNS TABLE (a integer, b text) LANGUAGE sql AS 'SELECT 1, NULL'; CREATE TABLE t (a integer DEFAULT f(1)); CREATE VIEW v AS SELECT f(1) AS x, g.a FROM g();
