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
ALTER TABLE public.t DROP CONSTRAINT t_a_fkey;

-- locks public.r in ACCESS EXCLUSIVE mode
ALTER TABLE public.r DROP CONSTRAINT old_key;

-- full scan, index build; locks public.r in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.r ADD CONSTRAINT new_key PRIMARY KEY (id);

-- full scan; locks public.t in SHARE ROW EXCLUSIVE mode
ALTER TABLE public.t ADD CONSTRAINT t_a_fkey FOREIGN KEY (a) REFERENCES public.r(id);

COMMIT;
