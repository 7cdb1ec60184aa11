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
DROP INDEX public.t_b;

-- breaking change, table rewrite; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;

-- locks public.t in ACCESS EXCLUSIVE mode
-- fails when the table has rows: the new column must not be null
ALTER TABLE public.t ADD COLUMN c integer NOT NULL;

-- full scan, index build; locks public.t in SHARE mode
CREATE UNIQUE INDEX t_b ON public.t USING btree (b, c);

ALTER TABLE ONLY public.t REPLICA IDENTITY USING INDEX t_b;

-- locks public.u in ACCESS EXCLUSIVE mode
ALTER TABLE public.u REPLICA IDENTITY DEFAULT;

COMMIT;
