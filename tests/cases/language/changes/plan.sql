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

CREATE OR REPLACE TRUSTED LANGUAGE l
    HANDLER public.h;

CREATE CONVERSION public.c FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

ALTER CONVERSION public.c OWNER TO postgres;

-- table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t SET ACCESS METHOD heap;

-- breaking change
DROP ACCESS METHOD am;

COMMIT;
