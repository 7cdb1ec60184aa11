-- THIS SCRIPT DESTROYS DATA:
--   column gone of TYPE public.c

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

DROP FUNCTION public.f(public.held);

ALTER TYPE public.held RENAME TO pggit_old_1;

-- data loss, breaking change, irreversible
ALTER TYPE public.c DROP ATTRIBUTE gone CASCADE;

ALTER TYPE public.c ADD ATTRIBUTE more integer CASCADE;

COMMENT ON COLUMN public.c.more IS 'more';

COMMENT ON COLUMN public.c.b IS NULL;

CREATE TYPE public.held AS (
    a bigint
);

ALTER TYPE public.held OWNER TO postgres;

CREATE FUNCTION public.f(public.held) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;

ALTER FUNCTION public.f(public.held) OWNER TO postgres;

-- table rewrite; locks public.u in ACCESS EXCLUSIVE mode
ALTER TABLE public.u ALTER COLUMN x TYPE public.held USING x::text::public.held;

-- table rewrite; locks public.u in ACCESS EXCLUSIVE mode
ALTER TABLE public.u ALTER COLUMN y TYPE public.held[] USING y::text::public.held[];

DROP TYPE public.pggit_old_1;

COMMIT;
