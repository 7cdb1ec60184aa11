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

REVOKE ALL ON SCHEMA s FROM postgres;

GRANT USAGE ON SCHEMA s TO postgres;

REVOKE USAGE ON SCHEMA s FROM pggit_test_reader;

REVOKE ALL ON TYPE public.e FROM PUBLIC;

GRANT ALL ON FUNCTION public.f() TO PUBLIC;

REVOKE UPDATE ON TABLE public.t FROM PUBLIC;

GRANT TRIGGER ON TABLE public.t TO "pggit_test_Writer" WITH GRANT OPTION;

REVOKE INSERT ON TABLE public.t FROM pggit_test_reader;

REVOKE GRANT OPTION FOR SELECT ON TABLE public.t FROM pggit_test_reader;

GRANT DELETE ON TABLE public.t TO pggit_test_reader;

COMMIT;
