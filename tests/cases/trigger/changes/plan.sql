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
DROP TRIGGER a ON public.t;

-- locks public.t in ACCESS EXCLUSIVE mode
DROP TRIGGER c ON public.t;

CREATE OR REPLACE FUNCTION public.f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$BEGIN RETURN NULL; END$$;

-- locks public.t in SHARE ROW EXCLUSIVE mode
CREATE TRIGGER a BEFORE INSERT OR UPDATE OF a ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();

COMMENT ON TRIGGER a ON public.t IS 'x';

-- locks public.t in SHARE ROW EXCLUSIVE mode
ALTER TABLE public.t ENABLE ALWAYS TRIGGER b;

COMMIT;
