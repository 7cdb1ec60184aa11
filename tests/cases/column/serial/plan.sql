-- THIS SCRIPT DESTROYS DATA:
--   how far SEQUENCE public.u_id_seq has counted is lost

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

-- locks public.u in ACCESS EXCLUSIVE mode
ALTER TABLE public.u ALTER COLUMN id DROP DEFAULT;

-- data loss, breaking change, irreversible; locks public.u_id_seq in ACCESS EXCLUSIVE mode
-- how far SEQUENCE public.u_id_seq has counted is lost
DROP SEQUENCE public.u_id_seq;

CREATE SEQUENCE public.t_b_seq;

ALTER SEQUENCE public.t_b_seq OWNER TO postgres;

CREATE SEQUENCE public.t_id_seq
    AS integer;

ALTER SEQUENCE public.t_id_seq OWNER TO postgres;

ALTER SEQUENCE public.t_b_seq OWNED BY public.t.b;

ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN b TYPE bigint;

-- full scan; locks public.t in ACCESS EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.t ALTER COLUMN b SET NOT NULL;

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.t ALTER COLUMN b SET DEFAULT nextval('public.t_b_seq'::regclass);

COMMIT;
