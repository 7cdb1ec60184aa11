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

ALTER TYPE public.e RENAME TO pggit_old_1;

ALTER TYPE public.pair RENAME TO pggit_old_2;

ALTER DOMAIN public.d RENAME TO pggit_old_3;

CREATE TYPE public.e AS ENUM (
    'c',
    'a'
);

ALTER TYPE public.e OWNER TO postgres;

CREATE DOMAIN public.d AS public.e DEFAULT 'c'::public.e;

CREATE TYPE public.pair AS (
    one public.e,
    two public.d
);

ALTER TYPE public.pair OWNER TO postgres;

ALTER DOMAIN public.d OWNER TO postgres;

-- table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN x TYPE public.e USING x::text::public.e;

-- table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN y TYPE public.d USING y::text::public.d;

-- table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN z TYPE public.pair USING z::text::public.pair;

-- table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN w TYPE public.pair[] USING w::text::public.pair[];

DROP TYPE public.pggit_old_2;

DROP DOMAIN public.pggit_old_3;

DROP TYPE public.pggit_old_1;

COMMIT;
