-- Languages, transforms and access methods: the things a database has once.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pggit_test_reader') THEN
    CREATE ROLE pggit_test_reader;
  END IF;
END
$$;

CREATE SCHEMA "my lang";
CREATE FUNCTION public.call_handler() RETURNS language_handler LANGUAGE c
  AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION public.run_inline(internal) RETURNS void LANGUAGE c STRICT
  AS '$libdir/plpgsql', 'plpgsql_inline_handler';
CREATE FUNCTION "my lang"."validate (x)"(oid) RETURNS void LANGUAGE c STRICT
  AS '$libdir/plpgsql', 'plpgsql_validator';
CREATE TRUSTED LANGUAGE mine HANDLER public.call_handler INLINE public.run_inline
  VALIDATOR "my lang"."validate (x)";
CREATE LANGUAGE "My ""own"" Language" HANDLER public.call_handler;
COMMENT ON LANGUAGE mine IS 'my own';
REVOKE ALL ON LANGUAGE mine FROM PUBLIC;
GRANT USAGE ON LANGUAGE mine TO pggit_test_reader;
ALTER LANGUAGE mine OWNER TO pggit_test_reader;
CREATE FUNCTION public.in_mine() RETURNS integer LANGUAGE mine AS 'BEGIN RETURN 1; END';
CREATE FUNCTION public.in_own() RETURNS integer LANGUAGE "My ""own"" Language" AS 'BEGIN END';

CREATE TYPE "my lang".language AS (a integer);
CREATE FUNCTION public.to_language(internal) RETURNS "my lang".language LANGUAGE internal
  IMMUTABLE AS 'record_recv';
CREATE TRANSFORM FOR integer LANGUAGE sql (
  FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
CREATE TRANSFORM FOR text LANGUAGE mine (FROM SQL WITH FUNCTION prsd_lextype(internal));
CREATE TRANSFORM FOR "my lang".language LANGUAGE "My ""own"" Language" (
  TO SQL WITH FUNCTION public.to_language(internal));
COMMENT ON TRANSFORM FOR "my lang".language LANGUAGE "My ""own"" Language" IS 'it''s one';
CREATE FUNCTION public.transformed(integer, "my lang".language) RETURNS integer
  LANGUAGE "My ""own"" Language" TRANSFORM FOR TYPE "my lang".language STABLE AS 'BEGIN END';
CREATE FUNCTION public.transformed(integer) RETURNS integer
  LANGUAGE sql TRANSFORM FOR TYPE integer AS 'SELECT 1';

CREATE ACCESS METHOD my_heap TYPE TABLE HANDLER heap_tableam_handler;
CREATE ACCESS METHOD "My ""Index""" TYPE INDEX HANDLER bthandler;
COMMENT ON ACCESS METHOD "My ""Index""" IS 'mine';
CREATE TABLE public.on_my_heap (a integer) USING my_heap;
CREATE OPERATOR CLASS public.int_ops DEFAULT FOR TYPE integer USING "My ""Index""" AS
  OPERATOR 1 <, OPERATOR 3 =, FUNCTION 1 btint4cmp(integer, integer);
