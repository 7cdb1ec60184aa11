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
ALTER TABLE public.t ALTER COLUMN n DROP DEFAULT;

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t DROP CONSTRAINT positive;

-- locks public.t in ACCESS EXCLUSIVE mode
DROP INDEX public.t_n;

-- locks public.t in ACCESS EXCLUSIVE mode
DROP RULE never ON public.t;

-- locks public.t in ACCESS EXCLUSIVE mode
DROP TRIGGER on_n ON public.t;

-- locks public.t in ACCESS EXCLUSIVE mode
DROP POLICY seen ON public.t;

-- breaking change; locks public.v in ACCESS EXCLUSIVE mode
DROP VIEW public.v;

-- breaking change; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t DROP COLUMN g;

-- breaking change, table rewrite; locks public.child in ACCESS EXCLUSIVE mode
ALTER TABLE public.child ALTER COLUMN t_id TYPE bigint;

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
-- fails when a value of column n of TABLE public.t does not fit numeric(9,2)
ALTER TABLE public.t ALTER COLUMN n TYPE numeric(9,2);

-- table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ADD COLUMN g integer GENERATED ALWAYS AS ((n * (2)::numeric)) STORED;

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.t ALTER COLUMN n SET DEFAULT 5;

-- full scan; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ADD CONSTRAINT positive CHECK ((n > (0)::numeric));

CREATE VIEW public.v AS
SELECT t.n,
    t.g
   FROM public.t;

ALTER VIEW public.v OWNER TO postgres;

COMMENT ON VIEW public.v IS 'kept';

-- full scan, index build; locks public.t in SHARE mode
CREATE INDEX t_n ON public.t USING btree (n) WHERE (n > (3)::numeric);

-- locks public.t in ACCESS EXCLUSIVE mode
CREATE POLICY seen ON public.t USING ((n > (0)::numeric));

-- locks public.t in ACCESS EXCLUSIVE mode
CREATE RULE never AS
    ON DELETE TO public.t
   WHERE (old.n = (1)::numeric) DO INSTEAD NOTHING;

-- locks public.t in SHARE ROW EXCLUSIVE mode
CREATE TRIGGER on_n BEFORE UPDATE OF n ON public.t FOR EACH ROW WHEN ((new.n > (1)::numeric)) EXECUTE FUNCTION public.touch();

-- locks public.t in SHARE ROW EXCLUSIVE mode
ALTER TABLE public.t DISABLE TRIGGER on_n;

COMMIT;
