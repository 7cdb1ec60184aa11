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

CREATE VIEW public.v AS
SELECT t.a,
    (t.id)::bigint AS id
   FROM public.t;

ALTER VIEW public.v OWNER TO postgres;

CREATE VIEW public.w AS
SELECT v.id
   FROM public.v;

ALTER VIEW public.w ALTER COLUMN id SET DEFAULT 3;

ALTER VIEW public.w OWNER TO postgres;

COMMENT ON COLUMN public.w.id IS 'w';

GRANT INSERT (id), SELECT (id) ON TABLE public.w TO pggit_test_reader;

COMMIT;
