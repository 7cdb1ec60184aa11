-- THIS SCRIPT DESTROYS DATA:
--   values of column c of TABLE public.t that do not fit date are rounded or cut, or make it fail
--   values of column e of TABLE public.t that do not fit jsonb are rounded or cut, or make it fail
--   values of column g of TABLE public.t that do not fit boolean are rounded or cut, or make it fail

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

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
-- fails when a value of column a of TABLE public.t does not fit integer
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN b TYPE text;

-- data loss, breaking change, irreversible, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
-- values of column c of TABLE public.t that do not fit date are rounded or cut, or make it fail
ALTER TABLE public.t ALTER COLUMN c TYPE date USING c::date;

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
-- times without a zone are read as those of the session's time zone
ALTER TABLE public.t ALTER COLUMN d TYPE timestamp with time zone;

-- data loss, breaking change, irreversible, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
-- values of column e of TABLE public.t that do not fit jsonb are rounded or cut, or make it fail
ALTER TABLE public.t ALTER COLUMN e TYPE jsonb;

-- breaking change; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN f TYPE text;

-- data loss, breaking change, irreversible, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
-- values of column g of TABLE public.t that do not fit boolean are rounded or cut, or make it fail
ALTER TABLE public.t ALTER COLUMN g TYPE boolean USING g::boolean;

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
-- fails when a value of column h of TABLE public.t does not fit integer[]
ALTER TABLE public.t ALTER COLUMN h TYPE integer[] USING h::text::integer[];

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN i TYPE integer USING i::integer;

-- breaking change; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN j TYPE numeric(10,2);

COMMIT;
