-- TABLE public.child keeps the order of its columns: no ALTER moves a column
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

ALTER TABLE public.child NO INHERIT public.parent;

-- locks public.child in ACCESS EXCLUSIVE mode
ALTER TABLE public.child INHERIT public.parent;

COMMIT;
