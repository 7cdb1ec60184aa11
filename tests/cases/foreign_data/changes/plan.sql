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
DROP USER MAPPING FOR postgres SERVER s;

-- breaking change; locks public.f in ACCESS EXCLUSIVE mode
DROP FOREIGN TABLE public.f;

-- breaking change
DROP SERVER s;

ALTER FOREIGN DATA WRAPPER w OPTIONS (SET b '3', ADD c '4', DROP a);

CREATE SERVER s TYPE 'z' VERSION '2'
    FOREIGN DATA WRAPPER w
    OPTIONS (port '1');

ALTER SERVER s OWNER TO postgres;

CREATE USER MAPPING FOR PUBLIC SERVER s;

CREATE USER MAPPING FOR postgres SERVER s
    OPTIONS ("user" 'y');

CREATE FOREIGN TABLE public.f (
    a bigint OPTIONS (x 'z'),
    c text NOT NULL
)
SERVER s
OPTIONS (u 'g');

ALTER FOREIGN TABLE public.f OWNER TO postgres;

COMMIT;
