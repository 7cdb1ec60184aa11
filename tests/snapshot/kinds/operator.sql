-- Operators, families and classes: commutators and negators before their time, shells, prefix
-- operators, estimators, loose members, sort families, storage types.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pggit_test_reader') THEN
    CREATE ROLE pggit_test_reader;
  END IF;
END
$$;

CREATE SCHEMA "my ""op"" (schema).x";
CREATE TYPE public.pair AS (a integer, b integer);
CREATE TYPE "my ""op"" (schema).x"."using" AS (a integer);
CREATE FUNCTION public.lt(public.pair, public.pair) RETURNS boolean IMMUTABLE LANGUAGE sql
  AS 'SELECT $1.a < $2.a';
CREATE FUNCTION public.le(public.pair, public.pair) RETURNS boolean IMMUTABLE LANGUAGE sql
  AS 'SELECT $1.a <= $2.a';
CREATE FUNCTION public.eq(public.pair, public.pair) RETURNS boolean IMMUTABLE LANGUAGE sql
  AS 'SELECT $1.a = $2.a';
CREATE FUNCTION public.ne(public.pair, public.pair) RETURNS boolean IMMUTABLE LANGUAGE sql
  AS 'SELECT $1.a <> $2.a';
CREATE FUNCTION public.ge(public.pair, public.pair) RETURNS boolean IMMUTABLE LANGUAGE sql
  AS 'SELECT $1.a >= $2.a';
CREATE FUNCTION public.gt(public.pair, public.pair) RETURNS boolean IMMUTABLE LANGUAGE sql
  AS 'SELECT $1.a > $2.a';
CREATE FUNCTION public.cmp(public.pair, public.pair) RETURNS integer IMMUTABLE LANGUAGE sql
  AS 'SELECT $1.a - $2.a';
CREATE FUNCTION public.eq(public.pair, integer) RETURNS boolean IMMUTABLE LANGUAGE sql
  AS 'SELECT $1.a = $2';
CREATE FUNCTION public.cmp(public.pair, integer) RETURNS integer IMMUTABLE LANGUAGE sql
  AS 'SELECT $1.a - $2';
CREATE FUNCTION public.hash(public.pair) RETURNS integer IMMUTABLE LANGUAGE sql
  AS 'SELECT $1.a';
CREATE FUNCTION public.negated(public.pair) RETURNS public.pair IMMUTABLE LANGUAGE sql
  AS 'SELECT ROW(-$1.a, -$1.b)::public.pair';
CREATE FUNCTION "my ""op"" (schema).x"."f(x"("my ""op"" (schema).x"."using", text)
  RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true';

CREATE OPERATOR public.< (FUNCTION = public.lt, LEFTARG = public.pair, RIGHTARG = public.pair,
  COMMUTATOR = OPERATOR(public.>), NEGATOR = OPERATOR(public.>=),
  RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
CREATE OPERATOR public.<= (FUNCTION = public.le, LEFTARG = public.pair, RIGHTARG = public.pair,
  COMMUTATOR = OPERATOR(public.>=), NEGATOR = OPERATOR(public.>),
  RESTRICT = scalarlesel, JOIN = scalarlejoinsel);
CREATE OPERATOR public.= (FUNCTION = public.eq, LEFTARG = public.pair, RIGHTARG = public.pair,
  COMMUTATOR = OPERATOR(public.=), NEGATOR = OPERATOR(public.<>), RESTRICT = eqsel,
  JOIN = eqjoinsel, HASHES, MERGES);
CREATE OPERATOR public.<> (FUNCTION = public.ne, LEFTARG = public.pair, RIGHTARG = public.pair,
  COMMUTATOR = OPERATOR(public.<>), NEGATOR = OPERATOR(public.=), RESTRICT = neqsel,
  JOIN = neqjoinsel);
CREATE OPERATOR public.>= (FUNCTION = public.ge, LEFTARG = public.pair, RIGHTARG = public.pair,
  COMMUTATOR = OPERATOR(public.<=), NEGATOR = OPERATOR(public.<));
CREATE OPERATOR public.> (FUNCTION = public.gt, LEFTARG = public.pair, RIGHTARG = public.pair,
  COMMUTATOR = OPERATOR(public.<), NEGATOR = OPERATOR(public.<=));
CREATE OPERATOR public.= (FUNCTION = public.eq, LEFTARG = public.pair, RIGHTARG = integer);
CREATE OPERATOR public.- (FUNCTION = public.negated, RIGHTARG = public.pair);
CREATE OPERATOR public.@#@ (FUNCTION = "my ""op"" (schema).x"."f(x",
  LEFTARG = "my ""op"" (schema).x"."using", RIGHTARG = text,
  COMMUTATOR = OPERATOR(public.~|^&`?+*/%!~));
CREATE OPERATOR "my ""op"" (schema).x".!! (FUNCTION = "my ""op"" (schema).x"."f(x",
  LEFTARG = "my ""op"" (schema).x"."using", RIGHTARG = text);

CREATE OPERATOR FAMILY public.empty_family USING hash;
CREATE OPERATOR FAMILY public.pair_ops USING btree;
CREATE OPERATOR CLASS public.pair_ops DEFAULT FOR TYPE public.pair USING btree AS
  OPERATOR 1 public.<, OPERATOR 2 public.<=, OPERATOR 3 public.=, OPERATOR 4 public.>=,
  OPERATOR 5 public.>, FUNCTION 1 public.cmp(public.pair, public.pair);
ALTER OPERATOR FAMILY public.pair_ops USING btree ADD
  OPERATOR 3 public.= (public.pair, integer),
  FUNCTION 1 (public.pair, integer) public.cmp(public.pair, integer);
CREATE OPERATOR CLASS public.pair_ops FOR TYPE public.pair USING hash AS
  OPERATOR 1 public.=, FUNCTION 1 public.hash(public.pair);
CREATE OPERATOR CLASS public.other_ops FOR TYPE public.pair USING btree
  FAMILY public.pair_ops AS STORAGE public.pair;
CREATE OPERATOR FAMILY "my ""op"" (schema).x"."using: family" USING gist;
CREATE OPERATOR CLASS "my ""op"" (schema).x"."class; x" FOR TYPE point USING gist
  FAMILY "my ""op"" (schema).x"."using: family" AS
  OPERATOR 11 |>>(point, point),
  OPERATOR 15 <->(point, point) FOR ORDER BY float_ops,
  FUNCTION 1 gist_point_consistent(internal, point, smallint, oid, internal),
  FUNCTION 2 gist_box_union(internal, internal),
  FUNCTION 3 gist_point_compress(internal),
  FUNCTION 5 gist_box_penalty(internal, internal, internal),
  FUNCTION 6 gist_box_picksplit(internal, internal),
  FUNCTION 7 gist_box_same(box, box, internal),
  STORAGE box;

COMMENT ON OPERATOR public.- (NONE, public.pair) IS 'turns it';
COMMENT ON OPERATOR public.@#@ ("my ""op"" (schema).x"."using", text) IS 'odd';
COMMENT ON OPERATOR FAMILY public.pair_ops USING btree IS 'orders pairs';
COMMENT ON OPERATOR CLASS "my ""op"" (schema).x"."class; x" USING gist IS 'odd; class';
ALTER OPERATOR public.= (public.pair, integer) OWNER TO pggit_test_reader;
ALTER OPERATOR FAMILY public.pair_ops USING btree OWNER TO pggit_test_reader;
ALTER OPERATOR FAMILY public.empty_family USING hash OWNER TO pggit_test_reader;
ALTER OPERATOR CLASS public.pair_ops USING btree OWNER TO pggit_test_reader;
CREATE TABLE public.pairs (p public.pair);
CREATE INDEX pairs_p_idx ON public.pairs USING btree (p public.pair_ops);
