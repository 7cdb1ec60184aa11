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
DROP OPERATOR public.=== (text,text);

ALTER OPERATOR public.<<< (text,text) SET (RESTRICT = scalarltsel, JOIN = scalarltjoinsel);

CREATE OPERATOR public.=== (
    FUNCTION = public.lt,
    LEFTARG = text,
    RIGHTARG = text,
    COMMUTATOR = OPERATOR(public.===),
    HASHES,
    MERGES
);

ALTER OPERATOR public.=== (text,text) OWNER TO postgres;

COMMIT;
