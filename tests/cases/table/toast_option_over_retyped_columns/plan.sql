-- THIS SCRIPT DESTROYS DATA:
--   values of column a of TABLE public.t that do not fit point are rounded or cut, or make it fail
--   values of column b of TABLE public.t that do not fit text[] are rounded or cut, or make it fail

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

-- data loss, breaking change, irreversible, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
-- values of column a of TABLE public.t that do not fit point are rounded or cut, or make it fail
ALTER TABLE public.t ALTER COLUMN a TYPE point USING a::point;

-- data loss, breaking change, irreversible, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
-- values of column b of TABLE public.t that do not fit text[] are rounded or cut, or make it fail
ALTER TABLE public.t ALTER COLUMN b TYPE text[] USING b::text::text[];

-- locks public.t in SHARE UPDATE EXCLUSIVE mode
ALTER TABLE public.t SET (toast.autovacuum_enabled='false');

COMMIT;
