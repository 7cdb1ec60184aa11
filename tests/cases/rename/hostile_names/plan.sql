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

-- breaking change; locks public."Users; --" in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER TABLE public."Users; --" RENAME TO "Ünïcode ""q""";

-- breaking change; locks public."Ünïcode ""q""" in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER TABLE public."Ünïcode ""q""" RENAME COLUMN "select" TO "from";

-- breaking change; locks public."Ünïcode ""q""" in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER TABLE public."Ünïcode ""q""" RENAME COLUMN "a.b" TO "c=d";

-- locks public."I" in SHARE UPDATE EXCLUSIVE mode
ALTER INDEX public."I" RENAME TO "order";

COMMIT;
