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

-- locks public.v in ACCESS EXCLUSIVE mode
ALTER VIEW public.v ALTER COLUMN a DROP DEFAULT;

-- locks public.v in ACCESS EXCLUSIVE mode
ALTER VIEW public.v ALTER COLUMN id DROP DEFAULT;

CREATE FUNCTION public.f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$BEGIN RETURN NEW; END$$;

ALTER FUNCTION public.f() OWNER TO postgres;

CREATE OR REPLACE VIEW public.v AS
SELECT t.id,
    t.a
   FROM public.t;

-- locks public.v in ACCESS EXCLUSIVE mode
ALTER VIEW public.v ALTER COLUMN id SET DEFAULT 2;

-- locks public.v in ACCESS EXCLUSIVE mode
CREATE RULE r AS
    ON DELETE TO public.v DO INSTEAD NOTHING;

-- locks public.v in SHARE ROW EXCLUSIVE mode
CREATE TRIGGER i INSTEAD OF INSERT ON public.v FOR EACH ROW EXECUTE FUNCTION public.f();

COMMIT;
