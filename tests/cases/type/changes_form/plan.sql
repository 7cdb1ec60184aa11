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
DROP TYPE public.s;

DROP FUNCTION public.f(public.x);

-- breaking change
DROP TYPE public.x;

CREATE TYPE public.s AS ENUM (
    'b'
);

ALTER TYPE public.s OWNER TO postgres;

CREATE TYPE public.x AS (
    a integer
);

ALTER TYPE public.x OWNER TO postgres;

CREATE FUNCTION public.f(public.x) RETURNS public.x
    LANGUAGE sql
    AS $$SELECT $1$$;

ALTER FUNCTION public.f(public.x) OWNER TO postgres;

COMMIT;
