-- Privileges on what the server itself brings, which a dump keeps where they were changed.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_alice') THEN
    CREATE ROLE pggit_test_alice;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_Bob "x"') THEN
    CREATE ROLE "pggit_test_Bob ""x""";
  END IF;
END
$$;

REVOKE EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) TO pggit_test_alice WITH GRANT OPTION;
GRANT EXECUTE ON FUNCTION pg_catalog.pg_read_file(text) TO "pggit_test_Bob ""x""";
GRANT EXECUTE ON FUNCTION pg_catalog.sum(integer) TO pggit_test_alice;
REVOKE ALL ON FUNCTION pg_catalog.lower(text) FROM CURRENT_USER;
SET SESSION AUTHORIZATION pggit_test_alice;
GRANT EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) TO "pggit_test_Bob ""x""";
RESET SESSION AUTHORIZATION;

GRANT SELECT ON pg_catalog.pg_authid TO pggit_test_alice;
REVOKE SELECT ON pg_catalog.pg_stats FROM PUBLIC;
GRANT SELECT (rolname, oid), UPDATE (rolname) ON pg_catalog.pg_authid TO "pggit_test_Bob ""x""";
REVOKE USAGE ON TYPE pg_catalog.text FROM PUBLIC;
REVOKE USAGE ON SCHEMA pg_catalog FROM PUBLIC;
GRANT USAGE ON SCHEMA pg_catalog TO PUBLIC;
GRANT CREATE ON SCHEMA pg_catalog TO pggit_test_alice;
REVOKE USAGE ON LANGUAGE sql FROM PUBLIC;
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
