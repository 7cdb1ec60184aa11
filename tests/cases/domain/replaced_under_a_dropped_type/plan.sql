-- THIS SCRIPT DESTROYS DATA:
--   values of column x of TABLE public.t that do not fit public.fresh are rounded or cut, or make it fail

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

ALTER DOMAIN public.d RENAME TO pggit_old_1;

CREATE DOMAIN public.d AS text COLLATE "C";

CREATE TYPE public.fresh AS (
    a public.d
);

ALTER TYPE public.fresh OWNER TO postgres;

ALTER DOMAIN public.d OWNER TO postgres;

-- data loss, breaking change, irreversible, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
-- values of column x of TABLE public.t that do not fit public.fresh are rounded or cut, or make it fail
ALTER TABLE public.t ALTER COLUMN x TYPE public.fresh USING x::text::public.fresh;

-- breaking change
DROP TYPE public.gone;

DROP DOMAIN public.pggit_old_1;

COMMIT;
