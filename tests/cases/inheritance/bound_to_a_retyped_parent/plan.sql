-- THIS SCRIPT DESTROYS DATA:
--   all rows of TABLE public.dropped are lost
--   values of column b of TABLE public.p that do not fit date are rounded or cut, or make it fail
--   values of column b of TABLE public.c that do not fit date are rounded or cut, or make it fail

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

-- data loss, breaking change, irreversible; locks public.dropped in ACCESS EXCLUSIVE mode
-- all rows of TABLE public.dropped are lost
DROP TABLE public.dropped;

-- breaking change, table rewrite; locks public.p in ACCESS EXCLUSIVE mode
ALTER TABLE public.p ALTER COLUMN a TYPE bigint;

-- full scan; locks public.p in ACCESS EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.p ALTER COLUMN a SET NOT NULL;

-- data loss, breaking change, irreversible, table rewrite; locks public.p in ACCESS EXCLUSIVE mode
-- values of column b of TABLE public.p that do not fit date are rounded or cut, or make it fail
ALTER TABLE public.p ALTER COLUMN b TYPE date USING b::date;

-- locks public.p in ACCESS EXCLUSIVE mode
ALTER TABLE public.p ADD COLUMN own text;

-- breaking change, table rewrite; locks public.c in ACCESS EXCLUSIVE mode
ALTER TABLE public.c ALTER COLUMN a TYPE bigint;

-- full scan; locks public.c in ACCESS EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.c ALTER COLUMN a SET NOT NULL;

-- data loss, breaking change, irreversible, table rewrite; locks public.c in ACCESS EXCLUSIVE mode
-- values of column b of TABLE public.c that do not fit date are rounded or cut, or make it fail
ALTER TABLE public.c ALTER COLUMN b TYPE date USING b::date;

-- breaking change, table rewrite; locks public.c in ACCESS EXCLUSIVE mode
ALTER TABLE public.c ALTER COLUMN own TYPE text;

-- locks public.c in ACCESS EXCLUSIVE mode
ALTER TABLE public.c INHERIT public.p;

CREATE TABLE public.made (
    more integer
)
INHERITS (public.p);

ALTER TABLE public.made OWNER TO postgres;

COMMIT;
