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

-- locks public.v in ACCESS EXCLUSIVE mode
DROP VIEW public.v;

-- breaking change; locks public.m in ACCESS EXCLUSIVE mode
-- MATERIALIZED VIEW public.m is empty until it is refreshed, if it is made again
DROP MATERIALIZED VIEW public.m;

CREATE MATERIALIZED VIEW public.m AS
SELECT t.id,
    t.a
   FROM public.t
  WHERE (t.id > 0)
WITH NO DATA;

CREATE VIEW public.v AS
SELECT m.id
   FROM public.m;

ALTER VIEW public.v OWNER TO postgres;

ALTER MATERIALIZED VIEW public.m OWNER TO postgres;

-- locks public.o in ACCESS EXCLUSIVE mode
ALTER MATERIALIZED VIEW public.o RESET (fillfactor);

-- locks public.o in ACCESS EXCLUSIVE mode
ALTER MATERIALIZED VIEW public.o ALTER COLUMN n SET STATISTICS 20;

COMMENT ON MATERIALIZED VIEW public.o IS 'o';

CREATE INDEX ma ON public.m USING btree (a);

CREATE UNIQUE INDEX mi ON public.m USING btree (id);

COMMIT;
