BEGIN;
SET LOCAL search_path = '';
SET LOCAL check_function_bodies = false;
SET LOCAL xmloption = content;
SET LOCAL standard_conforming_strings = on;
SET LOCAL DateStyle = 'ISO, YMD';
SET LOCAL IntervalStyle = 'postgres';
SET LOCAL TimeZone = 'UTC';
SET LOCAL extra_float_digits = 3;
SET LOCAL default_tablespace = '';
SET LOCAL default_table_access_method = heap;
SET LOCAL row_security = off;

ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE USAGE ON SEQUENCES FROM pggit_test_reader;

ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA s GRANT INSERT, SELECT ON TABLES TO "pggit_test_Writer";

ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA s REVOKE SELECT ON TABLES FROM pggit_test_reader;

ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON TYPES FROM PUBLIC;

COMMIT;
