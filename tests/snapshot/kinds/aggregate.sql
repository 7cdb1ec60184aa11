-- Aggregates: plain, moving, ordered-set, hypothetical-set, and every option of CREATE AGGREGATE.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pggit_test_reader') THEN
    CREATE ROLE pggit_test_reader;
  END IF;
END
$$;

CREATE SCHEMA "my ""agg"" schema";
CREATE FUNCTION public.step(state bigint, a integer, b integer) RETURNS bigint LANGUAGE sql
  IMMUTABLE AS 'SELECT state + a * b';
CREATE FUNCTION "my ""agg"" schema"."step(x)"(state text, a text) RETURNS text LANGUAGE sql
  IMMUTABLE AS 'SELECT state || a';
CREATE FUNCTION public.finish(state bigint, a integer, b integer) RETURNS text LANGUAGE sql
  AS 'SELECT state::text';

CREATE AGGREGATE public.how_many(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
CREATE AGGREGATE public.total(integer) (SFUNC = int4_sum, STYPE = bigint);
CREATE AGGREGATE public.weighted(a integer, b integer) (
  SFUNC = public.step, STYPE = bigint, SSPACE = 100, FINALFUNC = public.finish, FINALFUNC_EXTRA,
  FINALFUNC_MODIFY = SHAREABLE, INITCOND = '0', PARALLEL = RESTRICTED);
CREATE AGGREGATE public.mean(numeric) (
  SFUNC = numeric_avg_accum, STYPE = internal, SSPACE = 128, FINALFUNC = numeric_avg,
  FINALFUNC_MODIFY = READ_WRITE,
  COMBINEFUNC = numeric_avg_combine, SERIALFUNC = numeric_avg_serialize,
  DESERIALFUNC = numeric_avg_deserialize,
  MSFUNC = numeric_avg_accum, MINVFUNC = numeric_accum_inv, MSTYPE = internal, MSSPACE = 64,
  MFINALFUNC = numeric_avg, MFINALFUNC_MODIFY = SHAREABLE, PARALLEL = SAFE);
CREATE AGGREGATE public.moving_total(integer) (
  SFUNC = int4_avg_accum, STYPE = int8[], INITCOND = '{0,0}', FINALFUNC = int8_avg,
  MSFUNC = int4_avg_accum, MINVFUNC = int4_avg_accum_inv, MSTYPE = int8[], MINITCOND = '{0,0}',
  MFINALFUNC = int8_avg);
CREATE AGGREGATE public.gathered(anycompatible) (
  SFUNC = array_append, STYPE = anycompatiblearray, INITCOND = '{}');
CREATE AGGREGATE public.smallest(integer) (SFUNC = int4smaller, STYPE = integer, SORTOP = <);
CREATE AGGREGATE "my ""agg"" schema"."cat, (*)"(text) (
  SFUNC = "my ""agg"" schema"."step(x)", STYPE = text, INITCOND = '');
CREATE AGGREGATE "my ""agg"" schema"."cat2"("a ""name" text) (
  SFUNC = "my ""agg"" schema"."step(x)", STYPE = text, INITCOND = E'it''s \\ "x", y');
CREATE AGGREGATE public.many(VARIADIC items "any") (SFUNC = ordered_set_transition_multi,
  STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA);
CREATE AGGREGATE public.share(double precision ORDER BY anyelement) (
  SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final,
  FINALFUNC_EXTRA = true, FINALFUNC_MODIFY = READ_ONLY);
CREATE AGGREGATE public.usual(ORDER BY anyelement) (
  SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = mode_final, FINALFUNC_EXTRA);
CREATE AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any") (
  SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final,
  FINALFUNC_EXTRA, HYPOTHETICAL);

COMMENT ON AGGREGATE public.how_many(*) IS 'counts';
COMMENT ON AGGREGATE public.share(double precision ORDER BY anyelement) IS 'a share';
COMMENT ON AGGREGATE public.usual(ORDER BY anyelement) IS 'the usual';
COMMENT ON AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any") IS 'a place';
COMMENT ON AGGREGATE public.many(VARIADIC "any") IS 'many';
COMMENT ON AGGREGATE "my ""agg"" schema"."cat, (*)"(text) IS 'cats';
REVOKE ALL ON FUNCTION public.how_many() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.share(double precision, anyelement) FROM PUBLIC;
REVOKE ALL ON FUNCTION public.usual(anyelement) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.usual(anyelement) TO pggit_test_reader;
REVOKE ALL ON FUNCTION public.place("any") FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.many("any") TO pggit_test_reader;
GRANT EXECUTE ON FUNCTION public.total(integer) TO pggit_test_reader;
ALTER AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any") OWNER TO pggit_test_reader;
ALTER AGGREGATE public.how_many(*) OWNER TO pggit_test_reader;
