-- What needs itself in a circle through SQL bodies of functions, which pg_dump itself warns about and
-- dumps in an order that does not load.
CREATE SCHEMA "my circles";

-- Functions that call each other, one with a default that calls the other.
CREATE FUNCTION public.even(n integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN n = 0;
CREATE FUNCTION public.odd(n integer, "and so" boolean DEFAULT public.even(0)) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
        SELECT CASE WHEN n = 0 THEN false ELSE public.even(n - 1) END;
    END;
CREATE OR REPLACE FUNCTION public.even(n integer) RETURNS boolean LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN n = 0 THEN true ELSE public.odd(n - 1, false) END;
COMMENT ON FUNCTION public.even(integer) IS 'as odd';
CREATE FUNCTION "my circles"."itself"(n integer) RETURNS integer LANGUAGE sql RETURN n;
CREATE OR REPLACE FUNCTION "my circles"."itself"(n integer) RETURNS integer LANGUAGE sql
    RETURN "my circles"."itself"(n - 1);
CREATE PROCEDURE "my circles".p() LANGUAGE sql BEGIN ATOMIC SELECT 1; END;
CREATE FUNCTION "my circles".counted() RETURNS bigint LANGUAGE sql RETURN 1;

-- A materialized view and a view, each with a function that reads it.
CREATE MATERIALIZED VIEW "my circles".kept AS SELECT "my circles".counted() AS n WITH NO DATA;
CREATE UNIQUE INDEX kept_n ON "my circles".kept (n);
CREATE OR REPLACE FUNCTION "my circles".counted() RETURNS bigint LANGUAGE sql
    BEGIN ATOMIC SELECT count(*) FROM "my circles".kept k WHERE k.n > 0; END;
CREATE FUNCTION public.seen() RETURNS bigint LANGUAGE sql RETURN 1;
CREATE VIEW public.shown AS SELECT public.seen() AS n;
CREATE MATERIALIZED VIEW public.over_shown AS SELECT s.n FROM public.shown s WITH NO DATA;
CREATE OR REPLACE FUNCTION public.seen() RETURNS bigint LANGUAGE sql
    RETURN (SELECT max(o.n) FROM public.over_shown o);

-- A function and the table whose checks, defaults, generated column and index call it.
CREATE FUNCTION public.small(integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 < 10;
CREATE FUNCTION public.next_id() RETURNS integer LANGUAGE sql RETURN 1;
CREATE FUNCTION public.twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN $1 * 2;
CREATE TABLE public.numbers (
    id integer PRIMARY KEY DEFAULT public.next_id(),
    doubled integer GENERATED ALWAYS AS (public.twice(id)) STORED,
    CONSTRAINT small CHECK (public.small(id))
);
CREATE INDEX numbers_small ON public.numbers (public.small(id));
CREATE OR REPLACE FUNCTION public.small(integer) RETURNS boolean LANGUAGE sql IMMUTABLE
    RETURN $1 < 10 AND NOT EXISTS (SELECT FROM public.numbers n WHERE n.id = 5);
CREATE OR REPLACE FUNCTION public.next_id() RETURNS integer LANGUAGE sql
    BEGIN ATOMIC SELECT max(n.id) + 1 FROM public.numbers n; END;
CREATE OR REPLACE FUNCTION public.twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC SELECT n.id FROM public.numbers n GROUP BY n.id; END;

-- An aggregate whose function uses it, and an operator likewise.
CREATE FUNCTION public.add(integer, integer) RETURNS integer LANGUAGE sql RETURN $1 + $2;
CREATE AGGREGATE public.total(integer) (SFUNC = public.add, STYPE = integer);
CREATE OPERATOR public.@+ (FUNCTION = public.add, LEFTARG = integer, RIGHTARG = integer);
CREATE OR REPLACE FUNCTION public.add(integer, integer) RETURNS integer LANGUAGE sql
    RETURN (SELECT public.total(v.n) OPERATOR(public.@+) 1 FROM (VALUES (1)) AS v(n));
