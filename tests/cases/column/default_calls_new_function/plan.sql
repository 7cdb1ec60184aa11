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

CREATE FUNCTION public.next() RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;

ALTER FUNCTION public.next() OWNER TO postgres;

-- table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ADD COLUMN b integer NOT NULL DEFAULT public.next();

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.t ALTER COLUMN a SET DEFAULT public.next();

COMMIT;
