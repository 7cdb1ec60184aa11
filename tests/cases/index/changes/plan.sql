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
DROP INDEX public.gone;

-- locks public.t in ACCESS EXCLUSIVE mode
DROP INDEX public.i;

-- locks public.t in SHARE UPDATE EXCLUSIVE mode
ALTER INDEX public.e ALTER COLUMN 1 SET STATISTICS 200;

-- full scan, index build; locks public.t in SHARE mode
CREATE INDEX fresh ON public.t USING hash (b);

-- full scan, index build; locks public.t in SHARE mode
CREATE UNIQUE INDEX i ON public.t USING btree (a DESC) WHERE (c > 0);

COMMENT ON INDEX public.i IS 'two';

COMMIT;
