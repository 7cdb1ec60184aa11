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

-- irreversible, not transactional
ALTER TYPE public.status ADD VALUE 'new' BEFORE 'open';

-- irreversible, not transactional
ALTER TYPE public.status ADD VALUE 'paid' AFTER 'open';

-- irreversible, not transactional
ALTER TYPE public.status ADD VALUE 'lost' AFTER 'closed';

COMMIT;

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

-- locks public.orders in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.orders ALTER COLUMN s SET DEFAULT 'new'::public.status;

COMMIT;
