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
ALTER TABLE public.t ALTER COLUMN a SET STORAGE EXTENDED;

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN a SET (n_distinct='-1');

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN b SET STORAGE MAIN;

-- locks public.t in SHARE UPDATE EXCLUSIVE mode
ALTER TABLE ONLY public.t ALTER COLUMN c SET STATISTICS 20;

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN c SET (n_distinct_inherited='5');

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN c RESET (n_distinct);

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN d SET COMPRESSION default;

COMMIT;
