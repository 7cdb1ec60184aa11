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

REVOKE ALL ON TABLE public.t FROM pggit_test_reader CASCADE;

GRANT SELECT ON TABLE public.t TO "pggit_test_Writer" WITH GRANT OPTION;

SET SESSION AUTHORIZATION "pggit_test_Writer";

GRANT SELECT ON TABLE public.t TO pggit_test_reader;

RESET SESSION AUTHORIZATION;

COMMIT;
