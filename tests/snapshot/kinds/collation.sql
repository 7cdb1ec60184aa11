-- Collations and conversions. Loads into an empty UTF-8 database as a superuser.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_reader') THEN
    CREATE ROLE pggit_test_reader;
  END IF;
END
$$;

CREATE SCHEMA app;
CREATE COLLATION app.c FROM "C";
CREATE COLLATION app.posix (LC_COLLATE = 'POSIX', LC_CTYPE = 'C');
CREATE COLLATION app.german (PROVIDER = icu, LOCALE = 'de-u-co-phonebk');
CREATE COLLATION app."any ""case"", (x)" (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);
COMMENT ON COLLATION app."any ""case"", (x)" IS 'ignores case';
ALTER COLLATION app.german OWNER TO pggit_test_reader;
DO $$
BEGIN
  IF current_setting('server_version_num')::integer >= 160000 THEN
    EXECUTE $sql$CREATE COLLATION app.tailored
      (PROVIDER = icu, LOCALE = 'und', RULES = E'&V << w <<< W & \\u0061 < ''''')$sql$;
  END IF;
  IF current_setting('server_version_num')::integer >= 170000 THEN
    EXECUTE 'CREATE COLLATION app.built_in (PROVIDER = builtin, LOCALE = ''C.UTF-8'')';
  END IF;
END
$$;
CREATE TABLE app.t (a text COLLATE app.german);
CREATE DOMAIN app.d AS text COLLATE app.c;
CREATE TYPE app.r AS (x text COLLATE app.posix);

CREATE FUNCTION app."Convert, it"(integer, integer, cstring, internal, integer, boolean) RETURNS integer
  LANGUAGE c IMMUTABLE STRICT AS '$libdir/utf8_and_iso8859_1', 'iso8859_1_to_utf8';
CREATE CONVERSION app.mine FOR 'LATIN1' TO 'UTF8' FROM app."Convert, it";
CREATE DEFAULT CONVERSION app."Its ""own"", DEFAULT" FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
COMMENT ON CONVERSION app.mine IS 'one way';
ALTER CONVERSION app.mine OWNER TO pggit_test_reader;
