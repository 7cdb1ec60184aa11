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
DROP TEXT SEARCH CONFIGURATION public.c;

-- breaking change
DROP TEXT SEARCH DICTIONARY public.r;

ALTER TEXT SEARCH DICTIONARY public.d (accept, stopwords = 'english');

CREATE TEXT SEARCH DICTIONARY public.r (
    TEMPLATE = pg_catalog.snowball,
    language = 'german'
);

ALTER TEXT SEARCH DICTIONARY public.r OWNER TO postgres;

CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = pg_catalog."default");

ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR url WITH public.r, public.d;

ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR word WITH public.r, public.d;

ALTER TEXT SEARCH CONFIGURATION public.c OWNER TO postgres;

COMMIT;
