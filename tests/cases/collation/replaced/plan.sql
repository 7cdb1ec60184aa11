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
DROP INDEX public.t_a;

-- locks public.v in ACCESS EXCLUSIVE mode
DROP VIEW public.v;

ALTER COLLATION public.c RENAME TO pggit_old_1;

CREATE COLLATION public.c (
    PROVIDER = icu,
    LOCALE = 'fr'
);

ALTER COLLATION public.c OWNER TO postgres;

-- table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.c USING a::text::text;

DROP COLLATION public.pggit_old_1;

CREATE VIEW public.v AS
SELECT t.a
   FROM public.t;

ALTER VIEW public.v OWNER TO postgres;

-- full scan, index build; locks public.t in SHARE mode
CREATE INDEX t_a ON public.t USING btree (a);

COMMIT;
