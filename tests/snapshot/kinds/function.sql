-- Functions and procedures, every attribute of each, with names that bite.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pggit_test_reader') THEN
    CREATE ROLE pggit_test_reader;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pggit_test "Bob", say') THEN
    CREATE ROLE "pggit_test ""Bob"", say";
  END IF;
END
$$;

CREATE SCHEMA "my ""schema"".x(1)";
CREATE TYPE "my ""schema"".x(1)"."odd, type)" AS (a integer, b text);
CREATE TYPE public.language AS ENUM ('c', 'sql');
CREATE TYPE public.span AS RANGE (subtype = float8);
CREATE TABLE public.items (id integer, name text, "End" text, price numeric(10, 2));
CREATE VIEW public.names AS SELECT name FROM public.items;

CREATE FUNCTION public.nothing() RETURNS void LANGUAGE sql AS '';
CREATE FUNCTION public.add(integer, integer) RETURNS integer LANGUAGE sql
  IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE COST 0.5 AS 'SELECT $1 + $2';
CREATE FUNCTION public.add(a text, b text DEFAULT 'it''s (a, "b")', c integer DEFAULT (1 + 2) * 3)
  RETURNS text LANGUAGE sql STABLE PARALLEL RESTRICTED AS $$SELECT a || b || c$$;
CREATE FUNCTION public.add(VARIADIC numbers numeric[]) RETURNS numeric LANGUAGE sql
  AS $$SELECT sum(n) FROM unnest(numbers) AS n$$;
CREATE FUNCTION public.outs(a integer, OUT b integer, INOUT c text) RETURNS record
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, "my ""schema"".x(1)", pg_temp
  SET "DateStyle" = 'ISO, DMY'
  SET statement_timeout = '5min'
  SET work_mem = 65536
  SET app.user_name = 'o''neil\n'
  AS $$
BEGIN
  b := a;  -- keeps $1 too
END;
$$;
CREATE FUNCTION public.no_path() RETURNS integer LANGUAGE sql SET search_path = '' AS 'SELECT 1';
CREATE FUNCTION public.temp_space() RETURNS integer LANGUAGE sql SET temp_tablespaces = ''
  AS 'SELECT 1';
CREATE FUNCTION public.rows_of(wanted integer) RETURNS TABLE (language text, "My Col" integer)
  LANGUAGE sql ROWS 7 COST 1000000 AS $$SELECT name, id FROM public.items$$;
CREATE FUNCTION public.set_of() RETURNS SETOF public.items LANGUAGE sql
  AS 'SELECT * FROM public.items';
CREATE FUNCTION public.one_row() RETURNS SETOF integer LANGUAGE sql ROWS 1 AS 'SELECT 1';
CREATE FUNCTION public.of_language(public.language) RETURNS public.language LANGUAGE sql
  AS 'SELECT $1';
CREATE FUNCTION public.of_types("char", bit varying, timestamp with time zone, double precision[],
  "my ""schema"".x(1)"."odd, type)") RETURNS "my ""schema"".x(1)"."odd, type)"[] LANGUAGE sql
  AS 'SELECT ARRAY[$5]';
CREATE FUNCTION public.any_type(a anyelement, b anyarray) RETURNS anyelement LANGUAGE sql
  AS 'SELECT a';
CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql
  AS 'BEGIN NEW.name := now(); RETURN NEW; END';
CREATE FUNCTION public.dollars() RETURNS text LANGUAGE sql
  AS $outer$SELECT $$a$$ || $body$b$body$ || '$1'$outer$;
CREATE FUNCTION public.ends_in_dollar() RETURNS text LANGUAGE plpgsql AS 'BEGIN RETURN 1; END; --$';
CREATE FUNCTION public.backslash() RETURNS text LANGUAGE sql AS E'SELECT E''\\\\ \\''\\n\r\n''';
CREATE FUNCTION public.window_of(anyelement) RETURNS bigint LANGUAGE internal WINDOW
  IMMUTABLE STRICT COST 3 AS 'window_row_number';
CREATE FUNCTION public.from_library(internal) RETURNS language_handler LANGUAGE c
  AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION public.supported(integer, integer) RETURNS SETOF integer LANGUAGE internal STRICT
  IMMUTABLE SUPPORT generate_series_int4_support AS 'generate_series_int4';
CREATE FUNCTION public.transformed(integer, text) RETURNS integer LANGUAGE sql AS 'SELECT 1';

CREATE FUNCTION public.returns_expression(a integer, b integer DEFAULT 3) RETURNS integer
  LANGUAGE sql IMMUTABLE RETURN CASE WHEN a > b THEN a ELSE b END;
CREATE FUNCTION public.atomic(wanted integer) RETURNS SETOF public.items LANGUAGE sql STABLE
  SET search_path = public
  BEGIN ATOMIC
    INSERT INTO public.items (id, name) VALUES (wanted, 'a;b END');
    SELECT id, CASE WHEN wanted > 1 THEN CASE name WHEN 'x' THEN ';' ELSE 'y' END ELSE NULL END,
      "End" AS "end", price AS "case" FROM public.items WHERE id = wanted;
  END;
CREATE FUNCTION public.atomic_nothing() RETURNS void LANGUAGE sql BEGIN ATOMIC END;
CREATE FUNCTION public.counts_names() RETURNS bigint LANGUAGE sql
  RETURN (SELECT count(*) FROM public.names);

CREATE PROCEDURE public.no_arguments() LANGUAGE plpgsql AS 'BEGIN COMMIT; END';
CREATE PROCEDURE public.moves(IN a integer, OUT b text, INOUT c numeric DEFAULT 1)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS 'BEGIN b := a; END';
CREATE PROCEDURE public.atomic_procedure(a integer) LANGUAGE sql BEGIN ATOMIC
    DELETE FROM public.items WHERE id = a;
    UPDATE public.items SET name = 'x' WHERE id = a;
  END;

CREATE FUNCTION "my ""schema"".x(1)"."f(integer) needs: x"("my ""arg" integer, "select" text = '$$')
  RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION "my ""schema"".x(1)"."ünïcödé 😀
line"() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public."select"("end" integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabc()
  RETURNS integer LANGUAGE sql AS 'SELECT 1';

COMMENT ON FUNCTION public.add(integer, integer) IS 'adds';
COMMENT ON FUNCTION public.of_types("char", bit varying, timestamp with time zone,
  double precision[], "my ""schema"".x(1)"."odd, type)") IS 'IS it''s odd';
COMMENT ON FUNCTION "my ""schema"".x(1)"."f(integer) needs: x"(integer, text) IS E'back\\slash';
COMMENT ON PROCEDURE public.moves(integer, numeric) IS 'moves';
REVOKE ALL ON FUNCTION public.add(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.add(integer, integer) TO pggit_test_reader WITH GRANT OPTION;
GRANT EXECUTE ON FUNCTION public.add(text, text, integer) TO "pggit_test ""Bob"", say";
REVOKE ALL ON PROCEDURE public.moves(integer, numeric) FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE public.moves(integer, numeric) TO pggit_test_reader;
ALTER FUNCTION public.touch() OWNER TO pggit_test_reader;
ALTER PROCEDURE public.moves(integer, numeric) OWNER TO pggit_test_reader;
CREATE TRIGGER touch BEFORE UPDATE ON public.items FOR EACH ROW EXECUTE FUNCTION public.touch();
