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
DROP POLICY more ON public.t;

-- breaking change; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t FORCE ROW LEVEL SECURITY;

-- breaking change; locks public.t in ACCESS EXCLUSIVE mode
ALTER POLICY own ON public.t TO pggit_test_reader USING ((who = SESSION_USER)) WITH CHECK (true);

-- locks public.t in ACCESS EXCLUSIVE mode
CREATE POLICY more ON public.t AS RESTRICTIVE FOR INSERT WITH CHECK ((id > 0));

COMMENT ON POLICY own ON public.t IS 'mine';

COMMIT;
