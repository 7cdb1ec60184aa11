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

-- locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE public.m ADD COLUMN c text NOT NULL DEFAULT 'x'::text;

CREATE TABLE public.m1b (
    a integer,
    b integer,
    c text NOT NULL
);

ALTER TABLE ONLY public.m1b ALTER COLUMN c SET DEFAULT 'x'::text;

ALTER TABLE public.m1b OWNER TO postgres;

-- locks public.m in SHARE mode
CREATE INDEX mc ON ONLY public.m USING btree (c);

-- locks public.m1 in SHARE mode
CREATE INDEX m1_c_idx ON ONLY public.m1 USING btree (c);

-- locks public.m1_c_idx in ACCESS EXCLUSIVE mode
ALTER INDEX public.mc ATTACH PARTITION public.m1_c_idx;

-- full scan, index build; locks public.m1a in SHARE mode
CREATE INDEX m1a_c_idx ON public.m1a USING btree (c);

-- locks public.m1a_c_idx in ACCESS EXCLUSIVE mode
ALTER INDEX public.m1_c_idx ATTACH PARTITION public.m1a_c_idx;

CREATE INDEX m1b_c_idx ON public.m1b USING btree (c);

ALTER TABLE ONLY public.m1 ATTACH PARTITION public.m1b FOR VALUES WITH (modulus 2, remainder 1);

ALTER INDEX public.m1_c_idx ATTACH PARTITION public.m1b_c_idx;

COMMIT;
