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
DROP FUNCTION public.total(integer);

CREATE OR REPLACE AGGREGATE public.s(integer) (
    SFUNC = int4pl,
    STYPE = integer,
    INITCOND = '5',
    PARALLEL = SAFE
);

CREATE AGGREGATE public.total(integer) (
    SFUNC = int4_sum,
    STYPE = bigint
);

ALTER AGGREGATE public.total(integer) OWNER TO postgres;

COMMIT;
