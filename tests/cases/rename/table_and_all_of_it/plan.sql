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
ALTER TABLE public.a RENAME TO b;

-- breaking change; locks public.b in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER TABLE public.b RENAME COLUMN x TO y;

-- locks public.b in ACCESS EXCLUSIVE mode
ALTER TABLE public.b RENAME CONSTRAINT a_pkey TO b_pkey;

-- locks public.b in ACCESS EXCLUSIVE mode
ALTER TABLE public.b RENAME CONSTRAINT a_x_check TO b_check;

-- locks public.a_x_idx in SHARE UPDATE EXCLUSIVE mode
ALTER INDEX public.a_x_idx RENAME TO b_idx;

-- breaking change; locks public.b in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER SEQUENCE public.a_id_seq RENAME TO b_id_seq;

-- breaking change; locks public.a_n_seq in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER SEQUENCE public.a_n_seq RENAME TO b_n_seq;

-- locks public.b in ACCESS EXCLUSIVE mode
ALTER TRIGGER tr ON public.b RENAME TO tr2;

-- locks public.b in ACCESS EXCLUSIVE mode
ALTER RULE r ON public.b RENAME TO r2;

-- locks public.b in ACCESS EXCLUSIVE mode
ALTER POLICY p ON public.b RENAME TO p2;

ALTER STATISTICS public.s RENAME TO s2;

-- breaking change
-- programs, and functions whose body is text, still use the old name
ALTER FUNCTION public.t() RENAME TO t2;

-- breaking change; locks public.v in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER VIEW public.v RENAME TO v2;

-- breaking change; locks public.v2 in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER VIEW public.v2 RENAME COLUMN x TO vx;

-- breaking change; locks public.m in ACCESS EXCLUSIVE mode
-- programs, and functions whose body is text, still use the old name
ALTER MATERIALIZED VIEW public.m RENAME TO m2;

COMMIT;
