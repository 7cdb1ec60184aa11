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
DROP PUBLICATION a;

ALTER PUBLICATION p DROP TABLE ONLY public.t;

ALTER PUBLICATION q DROP TABLE ONLY public.u;

ALTER PUBLICATION s DROP TABLES IN SCHEMA public;

CREATE SCHEMA z;

ALTER SCHEMA z OWNER TO postgres;

-- breaking change, table rewrite; locks public.u in ACCESS EXCLUSIVE mode
ALTER TABLE public.u ALTER COLUMN id TYPE bigint;

CREATE PUBLICATION a;

ALTER PUBLICATION a ADD TABLE ONLY public.t;

ALTER PUBLICATION a OWNER TO postgres;

ALTER PUBLICATION p SET (publish='insert, update, delete, truncate');

ALTER PUBLICATION p ADD TABLE ONLY public.u;

ALTER PUBLICATION q ADD TABLE ONLY public.u (id, x) WHERE ((id > 1));

ALTER PUBLICATION s ADD TABLES IN SCHEMA z;

COMMIT;
