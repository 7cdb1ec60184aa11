-- THIS SCRIPT DESTROYS DATA:
--   all rows of TABLE public.a are lost
--   all rows of TABLE public.dropped are lost

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

ALTER SEQUENCE public.dropped_x_seq OWNED BY NONE;

ALTER SEQUENCE public.kept OWNED BY NONE;

ALTER SEQUENCE public.s OWNED BY NONE;

-- data loss, breaking change, irreversible; locks public.a in ACCESS EXCLUSIVE mode
-- all rows of TABLE public.a are lost
DROP TABLE public.a;

-- data loss, breaking change, irreversible; locks public.dropped in ACCESS EXCLUSIVE mode
-- all rows of TABLE public.dropped are lost
DROP TABLE public.dropped;

ALTER SEQUENCE public.s OWNED BY public.b.x;

COMMIT;
