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

-- full scan; locks public.m in ACCESS EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.m ALTER COLUMN a SET NOT NULL;

-- full scan; locks public.m in ACCESS EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.m ALTER COLUMN b SET NOT NULL;

-- full scan; locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE public.m ADD CONSTRAINT m_a_check CHECK ((a > 0));

CREATE TABLE public.m3 (
    a integer NOT NULL,
    b integer NOT NULL,
    CONSTRAINT m_a_check CHECK ((a > 0))
);

ALTER TABLE public.m3 OWNER TO postgres;

-- locks public.of in ACCESS EXCLUSIVE mode
ALTER TABLE public.of ADD COLUMN y integer;

-- locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m ADD CONSTRAINT m_pkey PRIMARY KEY (a, b);

-- locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m ADD CONSTRAINT one_a UNIQUE (b, a);

-- locks public.m in SHARE mode
CREATE INDEX by_b ON ONLY public.m USING btree (b);

-- full scan, index build; locks public.m1 in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m1 ADD CONSTRAINT m1_b_a_key UNIQUE (b, a);

-- locks public.m1_b_a_key in ACCESS EXCLUSIVE mode
ALTER INDEX public.one_a ATTACH PARTITION public.m1_b_a_key;

-- full scan, index build; locks public.m1 in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m1 ADD CONSTRAINT m1_pkey PRIMARY KEY (a, b);

-- locks public.m1_pkey in ACCESS EXCLUSIVE mode
ALTER INDEX public.m_pkey ATTACH PARTITION public.m1_pkey;

-- full scan, index build; locks public.m1 in SHARE mode
CREATE INDEX m1_b_idx ON public.m1 USING btree (b);

-- locks public.m1_b_idx in ACCESS EXCLUSIVE mode
ALTER INDEX public.by_b ATTACH PARTITION public.m1_b_idx;

-- locks public.m2 in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m2 ADD CONSTRAINT m2_b_a_key UNIQUE (b, a);

-- locks public.m2_b_a_key in ACCESS EXCLUSIVE mode
ALTER INDEX public.one_a ATTACH PARTITION public.m2_b_a_key;

-- locks public.m2 in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m2 ADD CONSTRAINT m2_pkey PRIMARY KEY (a, b);

-- locks public.m2_pkey in ACCESS EXCLUSIVE mode
ALTER INDEX public.m_pkey ATTACH PARTITION public.m2_pkey;

-- locks public.m2 in SHARE mode
CREATE INDEX m2_b_idx ON ONLY public.m2 USING btree (b);

-- locks public.m2_b_idx in ACCESS EXCLUSIVE mode
ALTER INDEX public.by_b ATTACH PARTITION public.m2_b_idx;

-- full scan, index build; locks public.m2a in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m2a ADD CONSTRAINT m2a_b_a_key UNIQUE (b, a);

-- locks public.m2a_b_a_key in ACCESS EXCLUSIVE mode
ALTER INDEX public.m2_b_a_key ATTACH PARTITION public.m2a_b_a_key;

-- full scan, index build; locks public.m2a in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m2a ADD CONSTRAINT m2a_pkey PRIMARY KEY (a, b);

-- locks public.m2a_pkey in ACCESS EXCLUSIVE mode
ALTER INDEX public.m2_pkey ATTACH PARTITION public.m2a_pkey;

-- full scan, index build; locks public.m2a in SHARE mode
CREATE INDEX m2a_b_idx ON public.m2a USING btree (b);

-- locks public.m2a_b_idx in ACCESS EXCLUSIVE mode
ALTER INDEX public.m2_b_idx ATTACH PARTITION public.m2a_b_idx;

ALTER TABLE ONLY public.m3 ADD CONSTRAINT m3_b_a_key UNIQUE (b, a);

ALTER TABLE ONLY public.m3 ADD CONSTRAINT m3_pkey PRIMARY KEY (a, b);

CREATE INDEX m3_b_idx ON public.m3 USING btree (b);

ALTER TABLE ONLY public.m ATTACH PARTITION public.m3 FOR VALUES FROM (20) TO (30);

ALTER INDEX public.one_a ATTACH PARTITION public.m3_b_a_key;

ALTER INDEX public.m_pkey ATTACH PARTITION public.m3_pkey;

ALTER INDEX public.by_b ATTACH PARTITION public.m3_b_idx;

-- full scan; locks public.of in SHARE ROW EXCLUSIVE mode
ALTER TABLE public.of ADD CONSTRAINT "to" FOREIGN KEY (x, y) REFERENCES public.m(a, b);

COMMIT;
