-- THIS SCRIPT DESTROYS DATA:
--   all values of column c of TABLE public.p are lost

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
-- all values of column c of TABLE public.p are lost
ALTER TABLE public.p DROP COLUMN c;

-- breaking change, table rewrite; locks public.p in ACCESS EXCLUSIVE mode
ALTER TABLE public.p ALTER COLUMN a TYPE bigint;

-- full scan; locks public.p in ACCESS EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.p ALTER COLUMN a SET NOT NULL;

-- locks public.p in ACCESS EXCLUSIVE mode
ALTER TABLE public.p ADD COLUMN d integer DEFAULT 4;

-- locks public.c in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.c ALTER COLUMN b SET DEFAULT 'y'::text;

-- locks public.p in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.p ALTER COLUMN b SET DEFAULT 'y'::text;

-- full scan; locks public.p in ACCESS EXCLUSIVE mode
ALTER TABLE public.p ADD CONSTRAINT p_a_check CHECK ((a > 0));

COMMIT;
