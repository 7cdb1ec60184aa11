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
DROP INDEX public.t_a;

-- breaking change
DROP OPERATOR CLASS public.c USING btree;

ALTER OPERATOR FAMILY public.f USING btree ADD
    OPERATOR 1 <(integer,bigint);

CREATE OPERATOR CLASS public.c
    FOR TYPE integer USING btree FAMILY public.f AS
    OPERATOR 1 <(integer,integer),
    OPERATOR 5 >(integer,integer),
    FUNCTION 1 (integer, integer) btint4cmp(integer,integer);

ALTER OPERATOR CLASS public.c USING btree OWNER TO postgres;

-- full scan, index build; locks public.t in SHARE mode
CREATE INDEX t_a ON public.t USING btree (a public.c);

COMMIT;
