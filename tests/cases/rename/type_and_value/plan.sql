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

-- breaking change
-- programs, and functions whose body is text, still use the old name
ALTER TYPE public.mood RENAME TO feeling;

-- breaking change
-- programs, and functions whose body is text, still use the old name
ALTER TYPE public.feeling RENAME VALUE 'sad' TO 'blue';

-- breaking change
-- programs, and functions whose body is text, still use the old name
ALTER TYPE public.pair RENAME TO couple;

-- breaking change
-- programs, and functions whose body is text, still use the old name
ALTER TYPE public.couple RENAME ATTRIBUTE l TO l2;

-- breaking change
-- programs, and functions whose body is text, still use the old name
ALTER DOMAIN public.d RENAME TO e;

ALTER DOMAIN public.e RENAME CONSTRAINT c TO c2;

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.t ALTER COLUMN ms SET DEFAULT '{blue,ok}'::public.feeling[];

COMMIT;
