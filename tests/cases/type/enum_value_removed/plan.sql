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

-- locks public.orders in ACCESS EXCLUSIVE mode
ALTER TABLE public.orders ALTER COLUMN s DROP DEFAULT;

-- locks public.orders in ACCESS EXCLUSIVE mode
ALTER TABLE public.orders DROP CONSTRAINT orders_s_check;

-- locks public.orders in ACCESS EXCLUSIVE mode
DROP INDEX public.orders_open;

-- locks public.v in ACCESS EXCLUSIVE mode
DROP VIEW public.v;

DROP FUNCTION public.f(public.status);

ALTER TYPE public.status RENAME TO pggit_old_1;

CREATE TYPE public.status AS ENUM (
    'closed',
    'open'
);

ALTER TYPE public.status OWNER TO postgres;

CREATE FUNCTION public.f(public.status) RETURNS public.status
    LANGUAGE sql
    AS $$SELECT $1$$;

ALTER FUNCTION public.f(public.status) OWNER TO postgres;

-- table rewrite; locks public.orders in ACCESS EXCLUSIVE mode
ALTER TABLE public.orders ALTER COLUMN s TYPE public.status USING s::text::public.status;

-- table rewrite; locks public.orders in ACCESS EXCLUSIVE mode
ALTER TABLE public.orders ALTER COLUMN h TYPE public.status[] USING h::text::public.status[];

DROP TYPE public.pggit_old_1;

-- locks public.orders in ACCESS EXCLUSIVE mode
ALTER TABLE ONLY public.orders ALTER COLUMN s SET DEFAULT 'open'::public.status;

CREATE VIEW public.v AS
SELECT public.f(orders.s) AS s
   FROM public.orders;

ALTER VIEW public.v OWNER TO postgres;

-- full scan, index build; locks public.orders in SHARE mode
CREATE INDEX orders_open ON public.orders USING btree (id) WHERE (s = 'open'::public.status);

COMMIT;
