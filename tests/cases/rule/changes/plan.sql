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
DROP RULE r ON public.t;

-- locks public.t in SHARE ROW EXCLUSIVE mode
ALTER TABLE public.t ENABLE RULE s;

-- locks public.t in ACCESS EXCLUSIVE mode
CREATE RULE r AS
    ON DELETE TO public.t
   WHERE (old.id = 1) DO INSTEAD NOTHING;

COMMENT ON RULE r ON public.t IS 'r';

COMMIT;
