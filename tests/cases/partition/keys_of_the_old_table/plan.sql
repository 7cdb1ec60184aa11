-- THIS SCRIPT DESTROYS DATA:
--   all rows of TABLE public.old and its partitions are lost

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

-- locks public.moves in ACCESS EXCLUSIVE mode
ALTER TABLE public.old DETACH PARTITION public.moves;

-- locks public.moves in ACCESS EXCLUSIVE mode
ALTER TABLE public.moves DROP CONSTRAINT moves_pkey;

-- data loss, breaking change, irreversible; locks public.old in ACCESS EXCLUSIVE mode
-- all rows of TABLE public.old and its partitions are lost
DROP TABLE public.old;

CREATE TABLE public.fresh (
    id integer NOT NULL,
    day date NOT NULL
)
PARTITION BY RANGE (day);

ALTER TABLE public.fresh OWNER TO postgres;

-- locks public.moves in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.fresh ATTACH PARTITION public.moves FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

CREATE TABLE public.old (
    id integer NOT NULL,
    day date NOT NULL
)
PARTITION BY HASH (id);

ALTER TABLE ONLY public.fresh ATTACH PARTITION public.old FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');

ALTER TABLE public.old OWNER TO postgres;

ALTER TABLE ONLY public.fresh ADD CONSTRAINT fresh_pkey PRIMARY KEY (id, day);

-- full scan, index build; locks public.moves in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.moves ADD CONSTRAINT moves_pkey PRIMARY KEY (id, day);

-- locks public.moves_pkey in ACCESS EXCLUSIVE mode
ALTER INDEX public.fresh_pkey ATTACH PARTITION public.moves_pkey;

ALTER TABLE ONLY public.old ADD CONSTRAINT old_pkey PRIMARY KEY (id, day);

ALTER INDEX public.fresh_pkey ATTACH PARTITION public.old_pkey;

COMMIT;
