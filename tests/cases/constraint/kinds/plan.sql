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
ALTER TABLE public.t DROP CONSTRAINT f;

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t DROP CONSTRAINT c;

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t DROP CONSTRAINT k;

-- locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t DROP CONSTRAINT u;

-- full scan; locks public.t in ACCESS EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.t ALTER COLUMN b SET NOT NULL;

-- full scan; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ADD CONSTRAINT c CHECK ((c > 1));

-- full scan; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE public.t ADD CONSTRAINT u CHECK ((b > 0));

COMMENT ON CONSTRAINT c ON public.t IS 'new';

-- full scan, index build; locks public.t in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.t ADD CONSTRAINT k PRIMARY KEY (a, b);

COMMENT ON CONSTRAINT k ON public.t IS 'key';

COMMENT ON INDEX public.k IS 'index of key';

-- full scan; locks public.t in SHARE ROW EXCLUSIVE mode
ALTER TABLE public.t ADD CONSTRAINT f FOREIGN KEY (c) REFERENCES public.r(other) ON DELETE CASCADE DEFERRABLE;

COMMIT;
