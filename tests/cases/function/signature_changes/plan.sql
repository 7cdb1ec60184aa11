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
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- breaking change; locks public.v in ACCESS EXCLUSIVE mode
DROP VIEW public.v;

-- breaking change
DROP FUNCTION public.f(integer);

-- breaking change
DROP FUNCTION public.g();

CREATE FUNCTION public.f(b integer) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;

ALTER FUNCTION public.f(integer) OWNER TO postgres;

CREATE FUNCTION public.g() RETURNS TABLE(a integer, b text)
    LANGUAGE sql
    AS $$SELECT 1, NULL$$;

ALTER FUNCTION public.g() OWNER TO postgres;

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.t ALTER COLUMN a SET DEFAULT public.f(1);

CREATE VIEW public.v AS
SELECT public.f(1) AS x,
    g.a
   FROM public.g() g(a, b);

ALTER VIEW public.v OWNER TO postgres;

GRANT EXECUTE ON FUNCTION public.f(integer) TO pggit_test_reader;

COMMIT;
