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

CREATE VIEW public.x AS
SELECT
    NULL::integer AS n;

CREATE VIEW public.y AS
SELECT x.n
   FROM public.x;

CREATE OR REPLACE VIEW public.x AS
SELECT y.n
   FROM public.y;

ALTER VIEW public.x OWNER TO postgres;

ALTER VIEW public.y OWNER TO postgres;

COMMIT;
