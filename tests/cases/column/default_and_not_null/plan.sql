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
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT;

-- full scan; locks public.t in ACCESS EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN b DROP NOT NULL;

-- full scan; locks public.t in ACCESS EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.t ALTER COLUMN d SET NOT NULL;

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.t ALTER COLUMN a SET DEFAULT 2;

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.t ALTER COLUMN b SET DEFAULT 'x'::text;

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.t ALTER COLUMN d SET DEFAULT 7;

COMMIT;
