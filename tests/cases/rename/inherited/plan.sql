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
ALTER TABLE public.a RENAME TO a2;

-- breaking change; locks public.a2 in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER TABLE public.a2 RENAME COLUMN x TO x2;

-- breaking change; locks public.a2 in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER TABLE public.a2 RENAME COLUMN y TO y2;

-- locks public.a2 in ACCESS EXCLUSIVE mode
ALTER TABLE public.a2 RENAME CONSTRAINT c TO c2;

-- breaking change; locks public.p in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER TABLE public.p RENAME TO q;

-- breaking change; locks public.q in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER TABLE public.q RENAME COLUMN k TO k2;

-- breaking change; locks public.q in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER TABLE public.q RENAME COLUMN v TO v2;

-- locks public.q in ACCESS EXCLUSIVE mode
ALTER TABLE public.q RENAME CONSTRAINT p_pkey TO q_pkey;

-- locks public.p_v in SHARE UPDATE EXCLUSIVE mode
ALTER INDEX public.p_v RENAME TO q_v;

-- breaking change; locks public.p1 in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER TABLE public.p1 RENAME TO q1;

COMMIT;
