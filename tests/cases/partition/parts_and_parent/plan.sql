-- THIS SCRIPT DESTROYS DATA:
--   all rows of TABLE public.m21 are lost

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

-- data loss, breaking change, irreversible; locks public.m21 in ACCESS EXCLUSIVE mode
-- all rows of TABLE public.m21 are lost
DROP TABLE public.m21;

-- locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE public.m DROP CONSTRAINT m_pkey;

-- locks public.m in ACCESS EXCLUSIVE mode
DROP INDEX public.mk;

-- breaking change, table rewrite; locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE public.m ALTER COLUMN k TYPE bigint;

-- full scan; locks public.m in ACCESS EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.m ALTER COLUMN k SET NOT NULL;

-- breaking change; locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE public.m ALTER COLUMN note TYPE text;

-- locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE public.m ADD COLUMN extra integer DEFAULT 3;

-- locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m ALTER COLUMN note SET DEFAULT 'n'::text;

-- full scan; locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE public.m ADD CONSTRAINT m_k_check CHECK ((k > 0));

-- locks public.m20 in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m20 ALTER COLUMN note SET DEFAULT 'n'::text;

CREATE TABLE public.m22 (
    at date NOT NULL,
    k bigint NOT NULL,
    note text,
    extra integer,
    CONSTRAINT m_k_check CHECK ((k > 0))
);

ALTER TABLE ONLY public.m22 ALTER COLUMN note SET DEFAULT 'n'::text;

ALTER TABLE ONLY public.m22 ALTER COLUMN extra SET DEFAULT 3;

ALTER TABLE public.m22 OWNER TO postgres;

-- locks public.m in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m ADD CONSTRAINT m_pkey PRIMARY KEY (at, k);

-- locks public.m in SHARE mode
CREATE INDEX mk ON ONLY public.m USING btree (k, note);

-- full scan, index build; locks public.m20 in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m20 ADD CONSTRAINT m20_pkey PRIMARY KEY (at, k);

-- locks public.m20_pkey in ACCESS EXCLUSIVE mode
ALTER INDEX public.m_pkey ATTACH PARTITION public.m20_pkey;

-- full scan, index build; locks public.m20 in SHARE mode
CREATE INDEX m20_k_note_idx ON public.m20 USING btree (k, note);

-- locks public.m20_k_note_idx in ACCESS EXCLUSIVE mode
ALTER INDEX public.mk ATTACH PARTITION public.m20_k_note_idx;

ALTER TABLE ONLY public.m22 ADD CONSTRAINT m22_pkey PRIMARY KEY (at, k);

CREATE INDEX m22_k_note_idx ON public.m22 USING btree (k, note);

ALTER TABLE ONLY public.m ATTACH PARTITION public.m22 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');

ALTER INDEX public.m_pkey ATTACH PARTITION public.m22_pkey;

ALTER INDEX public.mk ATTACH PARTITION public.m22_k_note_idx;

COMMIT;
