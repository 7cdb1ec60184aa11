-- THIS SCRIPT DESTROYS DATA:
--   how far SEQUENCE public.c has counted is lost
--   all rows of TABLE public.a are lost

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
DROP TYPE public.d;

-- data loss, breaking change, irreversible; locks public.c in ACCESS EXCLUSIVE mode
-- how far SEQUENCE public.c has counted is lost
DROP SEQUENCE public.c;

-- breaking change
DROP FUNCTION public.e();

-- data loss, breaking change, irreversible; locks public.a in ACCESS EXCLUSIVE mode
-- all rows of TABLE public.a are lost
DROP TABLE public.a;

-- locks public.i in ACCESS EXCLUSIVE mode
DROP INDEX public.j;

-- breaking change; locks public.b in ACCESS EXCLUSIVE mode
DROP VIEW public.b;

CREATE DOMAIN public.d AS text;

ALTER DOMAIN public.d OWNER TO postgres;

CREATE PROCEDURE public.e()
    LANGUAGE sql
    AS $$SELECT 1$$;

ALTER PROCEDURE public.e() OWNER TO postgres;

CREATE TABLE public.b (
    n integer
);

ALTER TABLE public.b OWNER TO postgres;

CREATE TABLE public.j (
    x integer
);

ALTER TABLE public.j OWNER TO postgres;

CREATE VIEW public.a AS
SELECT 1 AS x;

ALTER VIEW public.a OWNER TO postgres;

CREATE MATERIALIZED VIEW public.c AS
SELECT 1 AS n
WITH NO DATA;

ALTER MATERIALIZED VIEW public.c OWNER TO postgres;

COMMIT;
