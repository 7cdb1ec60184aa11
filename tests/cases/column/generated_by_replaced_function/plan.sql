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
ALTER TABLE public.t DROP CONSTRAINT t_a_check;

-- locks public.t in ACCESS EXCLUSIVE mode
DROP INDEX public.t_f;

-- locks public.v in ACCESS EXCLUSIVE mode
DROP VIEW public.v;

-- breaking change; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t DROP COLUMN b;

-- breaking change
DROP FUNCTION public.f(integer);

CREATE FUNCTION public.f(integer) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    AS $$SELECT 1$$;

ALTER FUNCTION public.f(integer) OWNER TO postgres;

-- table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ADD COLUMN b bigint GENERATED ALWAYS AS (public.f(a)) STORED;

-- full scan; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.f(a) > 0));

CREATE VIEW public.v AS
SELECT t.b
   FROM public.t;

ALTER VIEW public.v OWNER TO postgres;

-- full scan, index build; locks public.t in SHARE mode
CREATE INDEX t_f ON public.t USING btree (public.f(a));

COMMIT;
