-- THIS SCRIPT DESTROYS DATA:
--   what tables of EXTENSION hstore hold is lost
--   values of column c of TABLE public.t that do not fit b.citext are rounded or cut, or make it fail

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

-- data loss, breaking change, irreversible
-- what tables of EXTENSION hstore hold is lost
DROP EXTENSION hstore;

ALTER EXTENSION citext SET SCHEMA b;

CREATE EXTENSION pg_trgm WITH SCHEMA public;

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;

ALTER FUNCTION public.f() OWNER TO postgres;

ALTER FUNCTION public.f() DEPENDS ON EXTENSION pg_trgm;

-- data loss, breaking change, irreversible, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
-- values of column c of TABLE public.t that do not fit b.citext are rounded or cut, or make it fail
ALTER TABLE public.t ALTER COLUMN c TYPE b.citext USING c::text::b.citext;

COMMIT;
