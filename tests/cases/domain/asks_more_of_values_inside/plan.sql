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

ALTER TYPE public.pair RENAME TO pggit_old_1;

ALTER DOMAIN public.d RENAME TO pggit_old_2;

ALTER DOMAIN public.e RENAME TO pggit_old_3;

CREATE DOMAIN public.d AS integer NOT NULL;

CREATE TYPE public.pair AS (
    a public.d,
    b text
);

ALTER TYPE public.pair OWNER TO postgres;

ALTER DOMAIN public.d OWNER TO postgres;

CREATE DOMAIN public.e AS text;

ALTER DOMAIN public.e ADD CONSTRAINT filled CHECK ((VALUE <> ''::text));

ALTER DOMAIN public.e OWNER TO postgres;

-- table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING p::text::public.pair;

DROP TYPE public.pggit_old_1;

DROP DOMAIN public.pggit_old_2;

-- table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN q TYPE public.e[] USING q::text::public.e[];

DROP DOMAIN public.pggit_old_3;

COMMIT;
