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
ALTER TABLE public.t ADD COLUMN made_at timestamp with time zone NOT NULL DEFAULT now();

-- table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();

COMMIT;
