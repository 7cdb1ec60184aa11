-- THIS SCRIPT DESTROYS DATA:
--   all values of column gone of TABLE public.users are lost

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

-- data loss, breaking change, irreversible; locks public.users in ACCESS EXCLUSIVE mode
-- all values of column gone of TABLE public.users are lost
ALTER TABLE public.users DROP COLUMN gone;

-- breaking change, table rewrite; locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE public.users ALTER COLUMN id TYPE bigint;

-- locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE public.users ALTER COLUMN email DROP NOT NULL;

-- full scan; locks public.users in ACCESS EXCLUSIVE mode
-- fails when a row has no value there
ALTER TABLE public.users ALTER COLUMN age SET NOT NULL;

-- breaking change; locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE public.users ALTER COLUMN note TYPE character varying(40) COLLATE pg_catalog."C";

-- locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE public.users ADD COLUMN bio text NOT NULL DEFAULT 'none'::text;

-- locks public.users in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.users ALTER COLUMN age SET DEFAULT 1;

COMMENT ON COLUMN public.users.bio IS 'who';

COMMIT;
