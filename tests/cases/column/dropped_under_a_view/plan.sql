-- THIS SCRIPT DESTROYS DATA:
--   all values of column b of TABLE public.t are lost

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
DROP INDEX public.t_bc;

-- breaking change; locks public.v in ACCESS EXCLUSIVE mode
DROP VIEW public.v;

-- data loss, breaking change, irreversible; locks public.t in ACCESS EXCLUSIVE mode
-- all values of column b of TABLE public.t are lost
ALTER TABLE public.t DROP COLUMN b;

CREATE VIEW public.v AS
SELECT t.a
   FROM public.t;

ALTER VIEW public.v OWNER TO postgres;

COMMIT;
