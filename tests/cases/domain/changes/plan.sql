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

ALTER DOMAIN public.d DROP CONSTRAINT c;

ALTER DOMAIN public.d DROP CONSTRAINT gone;

-- locks public.u in ACCESS EXCLUSIVE mode
ALTER TABLE public.u ALTER COLUMN a DROP DEFAULT;

-- locks public.v in ACCESS EXCLUSIVE mode
DROP VIEW public.v;

ALTER DOMAIN public.retyped RENAME TO pggit_old_1;

ALTER DOMAIN public.d DROP DEFAULT;

-- full scan
ALTER DOMAIN public.d SET NOT NULL;

ALTER DOMAIN public.d ADD CONSTRAINT c CHECK ((VALUE <> 'z'::text));

ALTER DOMAIN public.d ADD CONSTRAINT fresh CHECK ((length(VALUE) < 9));

COMMENT ON CONSTRAINT c ON DOMAIN public.d IS 'check';

CREATE DOMAIN public.retyped AS bigint;

ALTER DOMAIN public.retyped ADD CONSTRAINT retyped_check CHECK ((VALUE > 0));

ALTER DOMAIN public.retyped OWNER TO postgres;

-- table rewrite; locks public.u in ACCESS EXCLUSIVE mode
ALTER TABLE public.u ALTER COLUMN a TYPE public.retyped USING a::text::public.retyped;

-- table rewrite; locks public.u in ACCESS EXCLUSIVE mode
ALTER TABLE public.u ALTER COLUMN b TYPE public.retyped[] USING b::text::public.retyped[];

DROP DOMAIN public.pggit_old_1;

-- locks public.u in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.u ALTER COLUMN a SET DEFAULT 1;

CREATE VIEW public.v AS
SELECT u.a
   FROM public.u;

ALTER VIEW public.v OWNER TO postgres;

COMMIT;
