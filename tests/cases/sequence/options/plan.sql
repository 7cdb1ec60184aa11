-- THIS SCRIPT DESTROYS DATA:
--   how far SEQUENCE public.down has counted is lost

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

-- data loss
-- how far SEQUENCE public.down has counted is lost
ALTER SEQUENCE public.down INCREMENT BY -1 MINVALUE -9223372036854775808 MAXVALUE -1 START WITH -1 RESTART WITH -1;

ALTER SEQUENCE public.s INCREMENT BY 5 MAXVALUE 100 CACHE 10 CYCLE;

ALTER SEQUENCE public.small AS integer;

ALTER SEQUENCE public.u START WITH 7;

ALTER SEQUENCE public.u SET UNLOGGED;

COMMIT;
