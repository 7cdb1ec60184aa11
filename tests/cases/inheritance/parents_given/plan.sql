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

CREATE TABLE public.fresh (
);

ALTER TABLE public.fresh OWNER TO postgres;

-- locks public.child in ACCESS EXCLUSIVE mode
ALTER TABLE public.child INHERIT public.fresh;

CREATE TABLE public.pggit_parent_1 (
);

ALTER TABLE public.pggit_parent_1 OWNER TO postgres;

-- locks public.child in ACCESS EXCLUSIVE mode
ALTER TABLE public.child INHERIT public.pggit_parent_1;

CREATE TABLE public.pggit_parent_2 (
);

ALTER TABLE public.pggit_parent_2 OWNER TO postgres;

-- locks public.other in ACCESS EXCLUSIVE mode
ALTER TABLE public.other INHERIT public.pggit_parent_2;

-- locks public.fresh in ACCESS EXCLUSIVE mode
ALTER TABLE public.fresh ADD COLUMN id integer NOT NULL DEFAULT 3;

-- locks public.fresh in ACCESS EXCLUSIVE mode
ALTER TABLE public.fresh ADD COLUMN made timestamp without time zone;

-- full scan; locks public.fresh in ACCESS EXCLUSIVE mode
ALTER TABLE public.fresh ADD CONSTRAINT fresh_id_check CHECK ((id > 0));

-- breaking change, table rewrite; locks public.kept in ACCESS EXCLUSIVE mode
-- fails when a value of column note of TABLE public.kept does not fit character varying(80); spaces beyond its length are cut
ALTER TABLE public.kept ALTER COLUMN note TYPE character varying(80);

-- locks public.kept in ACCESS EXCLUSIVE mode
ALTER TABLE public.kept ADD COLUMN more boolean;

-- locks public.pggit_parent_1 in ACCESS EXCLUSIVE mode
ALTER TABLE public.pggit_parent_1 ADD COLUMN k integer NOT NULL DEFAULT 1;

-- locks public.pggit_parent_1 in ACCESS EXCLUSIVE mode
ALTER TABLE public.pggit_parent_1 ADD COLUMN note character varying(80);

-- locks public.pggit_parent_1 in ACCESS EXCLUSIVE mode
ALTER TABLE public.pggit_parent_1 ADD COLUMN more boolean;

-- locks public.child in ACCESS EXCLUSIVE mode
ALTER TABLE public.child ADD COLUMN given text;

-- locks public.child in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.child ALTER COLUMN more SET DEFAULT true;

-- full scan; locks public.pggit_parent_1 in ACCESS EXCLUSIVE mode
ALTER TABLE public.pggit_parent_1 ADD CONSTRAINT kept_k_check CHECK ((k > 0));

-- locks public.pggit_parent_2 in ACCESS EXCLUSIVE mode
ALTER TABLE public.pggit_parent_2 ADD COLUMN k integer NOT NULL DEFAULT 1;

-- locks public.pggit_parent_2 in ACCESS EXCLUSIVE mode
ALTER TABLE public.pggit_parent_2 ADD COLUMN note character varying(80);

-- locks public.pggit_parent_2 in ACCESS EXCLUSIVE mode
ALTER TABLE public.pggit_parent_2 ADD COLUMN more boolean;

-- full scan; locks public.pggit_parent_2 in ACCESS EXCLUSIVE mode
ALTER TABLE public.pggit_parent_2 ADD CONSTRAINT kept_k_check CHECK ((k > 0));

CREATE VIEW public.of_child AS
SELECT child.id,
    child.note
   FROM public.child;

ALTER VIEW public.of_child OWNER TO postgres;

-- full scan, index build; locks public.child in SHARE mode
CREATE INDEX by_note ON public.child USING btree (note, own);

-- locks public.child in ACCESS EXCLUSIVE mode
ALTER TABLE public.child INHERIT public.kept;

-- locks public.child in ACCESS EXCLUSIVE mode
ALTER TABLE public.child NO INHERIT public.pggit_parent_1;

DROP TABLE public.pggit_parent_1;

-- locks public.other in ACCESS EXCLUSIVE mode
ALTER TABLE public.other INHERIT public.kept;

-- locks public.other in ACCESS EXCLUSIVE mode
ALTER TABLE public.other NO INHERIT public.pggit_parent_2;

DROP TABLE public.pggit_parent_2;

COMMIT;
