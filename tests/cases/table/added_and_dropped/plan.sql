-- THIS SCRIPT DESTROYS DATA:
--   all rows of TABLE public.gone are lost

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

-- data loss, breaking change, irreversible; locks public.gone in ACCESS EXCLUSIVE mode
-- all rows of TABLE public.gone are lost
DROP TABLE public.gone;

CREATE SEQUENCE public.fresh_id_seq
    AS integer;

ALTER SEQUENCE public.fresh_id_seq OWNER TO postgres;

CREATE TABLE public.fresh (
    id integer NOT NULL,
    a text,
    CONSTRAINT fresh_a_check CHECK ((a <> ''::text))
);

ALTER TABLE ONLY public.fresh ALTER COLUMN id SET DEFAULT nextval('public.fresh_id_seq'::regclass);

ALTER TABLE public.fresh OWNER TO postgres;

ALTER SEQUENCE public.fresh_id_seq OWNED BY public.fresh.id;

ALTER TABLE ONLY public.fresh ADD CONSTRAINT fresh_a_key UNIQUE (a);

ALTER TABLE ONLY public.fresh ADD CONSTRAINT fresh_pkey PRIMARY KEY (id);

COMMIT;
