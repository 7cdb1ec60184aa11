-- Casts. Loads into an empty database as a superuser.
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'ok');
CREATE TYPE app."A, ""b"" AS (c)" AS (x integer);
CREATE DOMAIN app.d AS integer;
CREATE FUNCTION app.to_mood(integer) RETURNS app.mood LANGUAGE sql IMMUTABLE RETURN 'ok'::app.mood;
CREATE FUNCTION app."To int, as"(app."A, ""b"" AS (c)") RETURNS integer LANGUAGE sql IMMUTABLE RETURN (($1).x);
CREATE FUNCTION app.sized(app.mood, integer, boolean) RETURNS character varying LANGUAGE sql IMMUTABLE
  RETURN 'x'::character varying;
CREATE CAST (integer AS app.mood) WITH FUNCTION app.to_mood(integer) AS ASSIGNMENT;
CREATE CAST (app."A, ""b"" AS (c)" AS integer) WITH FUNCTION app."To int, as"(app."A, ""b"" AS (c)") AS IMPLICIT;
CREATE CAST (app.mood AS character varying) WITH FUNCTION app.sized(app.mood, integer, boolean);
CREATE CAST (app.mood AS text) WITH INOUT AS IMPLICIT;
CREATE CAST (text AS app.mood) WITH INOUT;
CREATE CAST (timestamp with time zone AS bigint) WITHOUT FUNCTION AS ASSIGNMENT;
CREATE CAST (regrole AS name) WITH FUNCTION pg_catalog.pg_get_userbyid(oid);
COMMENT ON CAST (integer AS app.mood) IS 'a number; it''s a mood';
COMMENT ON CAST (app."A, ""b"" AS (c)" AS integer) IS 'x';
-- Comes with its types: no cast of its own.
CREATE TYPE app.floats AS RANGE (subtype = float8);
