-- Every form of a type, with hostile names. Loads into an empty database as a superuser.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_reader') THEN
    CREATE ROLE pggit_test_reader;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_Odd "role"') THEN
    CREATE ROLE "pggit_test_Odd ""role""";
  END IF;
END
$$;

CREATE SCHEMA app;
CREATE SCHEMA "My ""Schema"".x";

-- Shell types.
CREATE TYPE app.shell;
COMMENT ON TYPE app.shell IS 'only a name';

-- Composite types.
CREATE TYPE app.nothing AS ();
CREATE TYPE app.address AS (street text, "Zip, code" character varying(10) COLLATE "C",
  price numeric(10,2), tags text[], "collate" text COLLATE "POSIX");
COMMENT ON TYPE app.address IS E'where\nit is';
COMMENT ON COLUMN app.address.street IS 'it''s the street';
COMMENT ON COLUMN app.address."Zip, code" IS E'back\\slash';
ALTER TYPE app.address DROP ATTRIBUTE price;
ALTER TYPE app.address ADD ATTRIBUTE "select" interval day to second(3);
REVOKE ALL ON TYPE app.address FROM PUBLIC;
GRANT USAGE ON TYPE app.address TO pggit_test_reader WITH GRANT OPTION;
CREATE TYPE "My ""Schema"".x"."a (b), ""c"";
d" AS ("select" app.address, "x""y" app.address[], "dot.dot" timestamp(3) with time zone);
CREATE TYPE app.t23456789012345678901234567890123456789012345678901234567890123 AS (ü integer);
COMMENT ON TYPE app._address IS 'on the array type: not of the composite type';

-- Enumerations.
CREATE TYPE app.empty AS ENUM ();
CREATE TYPE app.mood AS ENUM ('sad', 'it''s', E'back\\slash', 'ok', '', 'a, b', ')');
ALTER TYPE app.mood ADD VALUE 'so so' BEFORE 'ok';
ALTER TYPE app.mood ADD VALUE 'last';
ALTER TYPE app.mood OWNER TO "pggit_test_Odd ""role""";
GRANT USAGE ON TYPE app.mood TO PUBLIC;
CREATE TYPE app."enum" AS ENUM ('1');

-- Ranges.
CREATE TYPE app.floatrange AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TYPE app.plain AS RANGE (subtype = app.mood);
CREATE TYPE app.textrange AS RANGE (subtype = text, subtype_opclass = text_pattern_ops,
  collation = "C", multirange_type_name = app."Many texts");
CREATE TYPE "My ""Schema"".x".elsewhere AS RANGE (subtype = date, multirange_type_name = app.elsewhere_multirange);
CREATE TYPE app.canonical;
CREATE FUNCTION app.make_canonical(app.canonical) RETURNS app.canonical
  LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE FUNCTION app."Diff, of"(integer, integer) RETURNS double precision
  LANGUAGE internal IMMUTABLE STRICT AS 'int4range_subdiff';
CREATE TYPE app.canonical AS RANGE (subtype = integer, canonical = app.make_canonical,
  subtype_diff = app."Diff, of");
COMMENT ON TYPE app.canonical IS 'has support functions';
COMMENT ON TYPE app.canonical_multirange IS 'not of the range';
COMMENT ON FUNCTION app.canonical(integer, integer) IS 'neither';

-- Base types.
CREATE TYPE app.number;
CREATE FUNCTION app.number_in(cstring) RETURNS app.number LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION app.number_out(app.number) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE app.number (INPUT = app.number_in, OUTPUT = app.number_out, INTERNALLENGTH = 4, PASSEDBYVALUE);

CREATE TYPE app."Every thing";
CREATE FUNCTION app."thing in"(cstring, oid, integer) RETURNS app."Every thing"
  LANGUAGE internal IMMUTABLE STRICT AS 'varcharin';
CREATE FUNCTION app.thing_out(app."Every thing") RETURNS cstring
  LANGUAGE internal IMMUTABLE STRICT AS 'varcharout';
CREATE FUNCTION app.thing_recv(internal, oid, integer) RETURNS app."Every thing"
  LANGUAGE internal IMMUTABLE STRICT AS 'varcharrecv';
CREATE FUNCTION app.thing_send(app."Every thing") RETURNS bytea
  LANGUAGE internal IMMUTABLE STRICT AS 'varcharsend';
CREATE FUNCTION app.thing_analyze(internal) RETURNS boolean
  LANGUAGE internal STRICT AS 'array_typanalyze';
CREATE TYPE app."Every thing" (INPUT = app."thing in", OUTPUT = app.thing_out,
  RECEIVE = app.thing_recv, SEND = app.thing_send, TYPMOD_IN = varchartypmodin,
  TYPMOD_OUT = varchartypmodout, ANALYZE = app.thing_analyze, INTERNALLENGTH = VARIABLE,
  ALIGNMENT = double, STORAGE = external, CATEGORY = 'S', PREFERRED = true,
  DEFAULT = E'it''s \\ "x"', DELIMITER = ';', COLLATABLE = true);

CREATE TYPE app.point3;
CREATE FUNCTION app.point3_in(cstring) RETURNS app.point3 LANGUAGE internal IMMUTABLE STRICT AS 'point_in';
CREATE FUNCTION app.point3_out(app.point3) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'point_out';
CREATE TYPE app.point3 (INPUT = app.point3_in, OUTPUT = app.point3_out, INTERNALLENGTH = 16,
  ALIGNMENT = double, ELEMENT = double precision, SUBSCRIPT = raw_array_subscript_handler, DEFAULT = '');
COMMENT ON TYPE app.point3 IS 'fixed length';

CREATE TYPE app.bytes;
CREATE FUNCTION app.bytes_in(cstring) RETURNS app.bytes LANGUAGE internal IMMUTABLE STRICT AS 'byteain';
CREATE FUNCTION app.bytes_out(app.bytes) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'byteaout';
CREATE TYPE app.bytes (INPUT = app.bytes_in, OUTPUT = app.bytes_out, LIKE = bytea);
CREATE TYPE app.small;
CREATE FUNCTION app.small_in(cstring) RETURNS app.small LANGUAGE internal IMMUTABLE STRICT AS 'int2in';
CREATE FUNCTION app.small_out(app.small) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int2out';
CREATE TYPE app.small (INPUT = app.small_in, OUTPUT = app.small_out, LIKE = smallint);
CREATE TYPE app.word;
CREATE FUNCTION app.word_in(cstring) RETURNS app.word LANGUAGE internal IMMUTABLE STRICT AS 'namein';
CREATE FUNCTION app.word_out(app.word) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'nameout';
CREATE TYPE app.word (INPUT = app.word_in, OUTPUT = app.word_out, LIKE = name, ELEMENT = "char",
  SUBSCRIPT = raw_array_subscript_handler);

-- What uses them: arrays, row types, constructors.
CREATE TABLE app.t (a app.address[], m app.mood, r app.floatrange, rs app.floatmultirange);
CREATE VIEW app.v AS SELECT app.floatrange(1, 2) AS r, (a[1]).street FROM app.t;
CREATE TYPE app.of_table AS (one app.t, many app.t[]);
