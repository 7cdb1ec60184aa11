-- pggit plan 1, steps 6, with owners, with tablespaces, from a42f3fef4ed6d9cb2b6c2087dd816301e712d3fca04a21de77169a037a27e832 to 1520e084a2043e60813c0410a1016addf0db05b03e940ba5f6ddefb14f133f36
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

ALTER SCHEMA s OWNER TO pggit_test_reader;

ALTER TABLE public.t OWNER TO postgres;

REVOKE SELECT ON TABLE public.t FROM "pggit_test_Writer";

GRANT SELECT ON TABLE public.t TO pggit_test_reader;

GRANT UPDATE (a) ON TABLE public.t TO pggit_test_reader;

GRANT UPDATE (a) ON TABLE public.t TO pggit_test_reader;

COMMIT;
