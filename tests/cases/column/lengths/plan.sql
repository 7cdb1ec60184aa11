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

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
-- fails when a value of column a of TABLE public.t does not fit character varying(10); spaces beyond its length are cut
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(10);

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
-- fails when a value of column b of TABLE public.t does not fit character(5); spaces beyond its length are cut
ALTER TABLE public.t ALTER COLUMN b TYPE character(5);

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
-- fails when a value of column c of TABLE public.t does not fit character varying(5)[]; spaces beyond its length are cut
ALTER TABLE public.t ALTER COLUMN c TYPE character varying(5)[];

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
-- fails when a value of column d of TABLE public.t does not fit bit varying(7)
ALTER TABLE public.t ALTER COLUMN d TYPE bit varying(7) USING d::bit varying;

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN e TYPE numeric(12,4);

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
-- fails when a value of column f of TABLE public.t does not fit public.short; spaces beyond its length are cut
ALTER TABLE public.t ALTER COLUMN f TYPE public.short;

COMMIT;
