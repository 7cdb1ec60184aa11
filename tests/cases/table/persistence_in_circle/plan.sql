-- THIS SCRIPT DESTROYS DATA:
--   all rows of TABLE public.gone are lost

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

-- locks public.a in ACCESS EXCLUSIVE mode
ALTER TABLE public.a DROP CONSTRAINT a_b;

-- locks public.b in ACCESS EXCLUSIVE mode
ALTER TABLE public.b DROP CONSTRAINT b_id_fkey;

-- data loss, breaking change, irreversible; locks public.gone in ACCESS EXCLUSIVE mode
-- all rows of TABLE public.gone are lost
DROP TABLE public.gone;

-- table rewrite; locks public.a in ACCESS EXCLUSIVE mode
ALTER TABLE public.a SET UNLOGGED;

-- table rewrite; locks public.b in ACCESS EXCLUSIVE mode
ALTER TABLE public.b SET UNLOGGED;

-- full scan; locks public.a in SHARE ROW EXCLUSIVE mode
ALTER TABLE public.a ADD CONSTRAINT a_b FOREIGN KEY (b) REFERENCES public.b(id);

-- full scan; locks public.b in SHARE ROW EXCLUSIVE mode
ALTER TABLE public.b ADD CONSTRAINT b_id_fkey FOREIGN KEY (id) REFERENCES public.a(id);

COMMIT;
