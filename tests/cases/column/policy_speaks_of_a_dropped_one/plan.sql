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

-- locks public.t in ACCESS EXCLUSIVE mode
DROP POLICY p ON public.t;

-- locks public.t in ACCESS EXCLUSIVE mode
DROP POLICY q ON public.t;

-- breaking change; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t DROP COLUMN c;

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

-- locks public.t in ACCESS EXCLUSIVE mode
CREATE POLICY p ON public.t USING ((a > 0));

-- locks public.t in ACCESS EXCLUSIVE mode
CREATE POLICY q ON public.t USING ((a > 0));

COMMIT;
