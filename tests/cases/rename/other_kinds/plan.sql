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
ALTER COLLATION public.co RENAME TO co2;

-- breaking change; locks public.t in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER TABLE public.t RENAME COLUMN a TO a2;

-- breaking change
-- programs, and functions whose body is text, still use the old name
ALTER TEXT SEARCH DICTIONARY public.d RENAME TO d2;

-- breaking change
-- programs, and functions whose body is text, still use the old name
ALTER TEXT SEARCH CONFIGURATION public.cf RENAME TO cf2;

-- breaking change
-- programs, and functions whose body is text, still use the old name
ALTER PROCEDURE public.pr(IN integer) RENAME TO pr2;

-- breaking change
-- programs, and functions whose body is text, still use the old name
ALTER PUBLICATION pu RENAME TO pu2;

-- breaking change
-- programs, and functions whose body is text, still use the old name
ALTER FUNCTION public.ev() RENAME TO ev2;

ALTER EVENT TRIGGER et RENAME TO et2;

-- breaking change; locks public.ft in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER FOREIGN TABLE public.ft RENAME TO ft2;

-- breaking change; locks public.ft2 in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER FOREIGN TABLE public.ft2 RENAME COLUMN a TO a2;

-- breaking change
-- programs, and functions whose body is text, still use the old name
ALTER FUNCTION public.n(integer,integer) RENAME TO n2;

-- breaking change
-- programs, and functions whose body is text, still use the old name
ALTER AGGREGATE public.ag(integer) RENAME TO ag2;

COMMIT;
