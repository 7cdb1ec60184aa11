-- THIS SCRIPT DESTROYS DATA:
--   all values of column b of TABLE public.t are lost

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

-- data loss, breaking change, irreversible; locks public.t in ACCESS EXCLUSIVE mode
-- all values of column b of TABLE public.t are lost
ALTER TABLE public.t DROP COLUMN b;

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ADD COLUMN c text;

-- locks public.t in SHARE UPDATE EXCLUSIVE mode
ALTER TABLE public.t SET (toast.autovacuum_enabled='false');

COMMIT;
