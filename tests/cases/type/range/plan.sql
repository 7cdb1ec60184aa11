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

-- breaking change
DROP TYPE public.gone;

ALTER FUNCTION public.r(text, text) RENAME TO pggit_old_1;
ALTER FUNCTION public.r(text, text, text) RENAME TO pggit_old_1;
ALTER FUNCTION public.r_multirange() RENAME TO pggit_old_1_multirange;
ALTER FUNCTION public.r_multirange(public.r) RENAME TO pggit_old_1_multirange;
ALTER FUNCTION public.r_multirange(public.r[]) RENAME TO pggit_old_1_multirange;
ALTER TYPE public.r_multirange RENAME TO pggit_old_1_multirange;
ALTER TYPE public.r RENAME TO pggit_old_1;

CREATE TYPE public.fresh AS RANGE (
    SUBTYPE = double precision,
    SUBTYPE_DIFF = float8mi
);

ALTER TYPE public.fresh OWNER TO postgres;

CREATE TYPE public.r AS RANGE (
    SUBTYPE = text,
    COLLATION = pg_catalog."C"
);

ALTER TYPE public.r OWNER TO postgres;

-- table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN a TYPE public.r USING a::text::public.r;

DROP TYPE public.pggit_old_1;

COMMIT;
