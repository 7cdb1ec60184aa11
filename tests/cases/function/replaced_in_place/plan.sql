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

CREATE OR REPLACE FUNCTION public.f(a integer, b integer DEFAULT 2) RETURNS integer
    LANGUAGE plpgsql IMMUTABLE STRICT SECURITY DEFINER
    SET search_path TO 'public'
    AS $$BEGIN RETURN 2; END$$;

COMMENT ON FUNCTION public.f(integer,integer) IS 'd';

COMMIT;
