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

-- breaking change
DROP FUNCTION public.f(integer,integer);

-- breaking change
DROP PROCEDURE public.p(IN integer);

CREATE FUNCTION public.f(a integer, b integer) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;

ALTER FUNCTION public.f(integer,integer) OWNER TO postgres;

CREATE PROCEDURE public.p(IN a integer, OUT b integer)
    LANGUAGE sql
    AS $$SELECT 1$$;

ALTER PROCEDURE public.p(IN integer,OUT integer) OWNER TO postgres;

COMMIT;
