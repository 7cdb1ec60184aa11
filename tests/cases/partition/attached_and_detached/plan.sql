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
ALTER TABLE public.m DETACH PARTITION public.a;

-- locks public.c in ACCESS EXCLUSIVE mode
ALTER TABLE public.m DETACH PARTITION public.c;

-- locks public.b in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m ATTACH PARTITION public.b FOR VALUES FROM ('2019-01-01') TO ('2021-01-01');

-- locks public.c in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.m ATTACH PARTITION public.c FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');

-- locks public.b_k_idx in ACCESS EXCLUSIVE mode
ALTER INDEX public.mk ATTACH PARTITION public.b_k_idx;

COMMIT;
