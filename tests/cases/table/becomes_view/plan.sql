-- THIS SCRIPT DESTROYS DATA:
--   all rows of TABLE public.t are lost

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

-- data loss, breaking change, irreversible; locks public.t in ACCESS EXCLUSIVE mode
-- all rows of TABLE public.t are lost
DROP TABLE public.t;

CREATE VIEW public.t AS
SELECT source.id
   FROM public.source;

ALTER VIEW public.t OWNER TO postgres;

COMMIT;
