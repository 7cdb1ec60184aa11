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

-- breaking change; locks public.w in ACCESS EXCLUSIVE mode
DROP VIEW public.w;

-- breaking change; locks public.v in ACCESS EXCLUSIVE mode
DROP VIEW public.v;

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

CREATE VIEW public.v AS
SELECT t.a,
    t.b
   FROM public.t;

ALTER VIEW public.v OWNER TO postgres;

CREATE VIEW public.w AS
SELECT v.a
   FROM public.v;

ALTER VIEW public.w OWNER TO postgres;

COMMENT ON VIEW public.w IS 'second';

GRANT SELECT ON TABLE public.w TO PUBLIC;

COMMIT;
