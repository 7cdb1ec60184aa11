-- THIS SCRIPT DESTROYS DATA:
--   all values of column b of TABLE public.p are lost
--   all values of column b of TABLE public.loses are lost

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

-- data loss, breaking change, irreversible; locks public.p in ACCESS EXCLUSIVE mode
-- all values of column b of TABLE public.p are lost
ALTER TABLE ONLY public.p DROP COLUMN b;

-- data loss, breaking change, irreversible; locks public.loses in ACCESS EXCLUSIVE mode
-- all values of column b of TABLE public.loses are lost
ALTER TABLE public.loses DROP COLUMN b;

COMMIT;
