-- Default privileges: every sort, for all schemas and in one, given and taken.
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

CREATE SCHEMA "On ""tables""";
ALTER DEFAULT PRIVILEGES FOR ROLE pggit_test_alice GRANT SELECT ON TABLES TO PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE pggit_test_alice IN SCHEMA "On ""tables"""
  GRANT INSERT, SELECT ON TABLES TO "pggit_test_Bob ""x""" WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES FOR ROLE pggit_test_alice IN SCHEMA "On ""tables"""
  GRANT UPDATE ON TABLES TO "pggit_test_Bob ""x""";
ALTER DEFAULT PRIVILEGES FOR ROLE pggit_test_alice IN SCHEMA "On ""tables"""
  GRANT ALL ON TABLES TO pggit_test_alice;
ALTER DEFAULT PRIVILEGES FOR ROLE pggit_test_alice REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE pggit_test_alice REVOKE ALL ON TYPES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE pggit_test_alice REVOKE ALL ON TYPES FROM pggit_test_alice;
ALTER DEFAULT PRIVILEGES FOR ROLE "pggit_test_Bob ""x"""
  REVOKE UPDATE ON SEQUENCES FROM "pggit_test_Bob ""x""";
ALTER DEFAULT PRIVILEGES FOR ROLE "pggit_test_Bob ""x""" IN SCHEMA public
  GRANT USAGE ON SEQUENCES TO pggit_test_alice;
ALTER DEFAULT PRIVILEGES FOR ROLE "pggit_test_Bob ""x""" GRANT USAGE ON SCHEMAS TO PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
