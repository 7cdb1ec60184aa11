-- THIS SCRIPT DESTROYS DATA:
--   all values of column gone of TABLE public.b are lost

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

-- breaking change; locks public.a in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER TABLE public.a RENAME TO b;

-- breaking change; locks public.b in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER TABLE public.b RENAME COLUMN x TO y;

-- locks public.b in ACCESS EXCLUSIVE mode
DROP INDEX public.a_x;

-- data loss, breaking change, irreversible; locks public.b in ACCESS EXCLUSIVE mode
-- all values of column gone of TABLE public.b are lost
ALTER TABLE public.b DROP COLUMN gone;

-- breaking change; locks public.v in ACCESS EXCLUSIVE mode
DROP VIEW public.v;

-- breaking change, table rewrite; locks public.b in ACCESS EXCLUSIVE mode
ALTER TABLE public.b ALTER COLUMN id TYPE bigint;

-- breaking change; locks public.b in ACCESS EXCLUSIVE mode
ALTER TABLE public.b ALTER COLUMN y TYPE text;

-- full scan; locks public.b in ACCESS EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.b ALTER COLUMN y SET NOT NULL;

-- locks public.b in ACCESS EXCLUSIVE mode
ALTER TABLE public.b ADD COLUMN fresh integer;

-- locks public.b in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.b ALTER COLUMN y SET DEFAULT 'n'::text;

CREATE VIEW public.v AS
SELECT a.id,
    a.y AS x,
    a.fresh
   FROM public.b a,
    public.b;

ALTER VIEW public.v OWNER TO postgres;

-- full scan, index build; locks public.b in SHARE mode
CREATE INDEX a_x ON public.b USING btree (lower(y));

COMMIT;
