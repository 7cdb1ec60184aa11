-- THIS SCRIPT DESTROYS DATA:
--   all values of column d of TABLE public.t are lost

-- TABLE public.t keeps the order of its columns: no ALTER moves a column
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
DROP INDEX public.t_b;

-- breaking change; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t DROP COLUMN b;

-- data loss, breaking change, irreversible; locks public.t in ACCESS EXCLUSIVE mode
-- all values of column d of TABLE public.t are lost
ALTER TABLE public.t DROP COLUMN d;

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN c DROP EXPRESSION;

-- table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS ((a + 2)) STORED;

-- table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ADD COLUMN d integer GENERATED ALWAYS AS (a) STORED;

COMMENT ON COLUMN public.t.b IS 'computed';

-- full scan, index build; locks public.t in SHARE mode
CREATE INDEX t_b ON public.t USING btree (b);

COMMIT;
