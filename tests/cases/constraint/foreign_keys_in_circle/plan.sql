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

CREATE TABLE public.a (
    id integer NOT NULL,
    b integer
);

ALTER TABLE public.a OWNER TO postgres;

CREATE TABLE public.b (
    id integer NOT NULL,
    a integer
);

ALTER TABLE public.b OWNER TO postgres;

ALTER TABLE ONLY public.a ADD CONSTRAINT a_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.b ADD CONSTRAINT b_pkey PRIMARY KEY (id);

ALTER TABLE public.a ADD CONSTRAINT a_b_fkey FOREIGN KEY (b) REFERENCES public.b(id);

ALTER TABLE public.b ADD CONSTRAINT b_a_fkey FOREIGN KEY (a) REFERENCES public.a(id);

COMMIT;
