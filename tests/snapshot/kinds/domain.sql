-- Domains. Loads into an empty database as a superuser.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_reader') THEN
    CREATE ROLE pggit_test_reader;
  END IF;
END
$$;

CREATE SCHEMA app;
CREATE DOMAIN app.plain AS integer;
CREATE DOMAIN app.money AS numeric(10,2) DEFAULT 0 NOT NULL;
CREATE DOMAIN app.email AS text COLLATE "C" DEFAULT E'nobody@x, constraint ''\\' NOT NULL
  CONSTRAINT "has @" CHECK (VALUE LIKE '%@%') CHECK (length(VALUE) < 100)
  CONSTRAINT "not null; check" CHECK (VALUE IS NOT NULL AND VALUE <> ' NOT VALID');
ALTER DOMAIN app.email ADD CONSTRAINT "a later one" CHECK (VALUE <> ';') NOT VALID;
COMMENT ON DOMAIN app.email IS 'an address';
COMMENT ON CONSTRAINT "has @" ON DOMAIN app.email IS 'the least; of ''all''';
COMMENT ON CONSTRAINT "a later one" ON DOMAIN app.email IS 'unchecked';
REVOKE ALL ON DOMAIN app.email FROM PUBLIC;
GRANT USAGE ON DOMAIN app.email TO pggit_test_reader;
ALTER DOMAIN app.email OWNER TO pggit_test_reader;
CREATE DOMAIN app."Odd, ""name"" IS
default" AS app.email[] CONSTRAINT "constraint" CHECK (array_length(VALUE, 1) < 3);
CREATE DOMAIN app.nested AS app.email CHECK (VALUE <> 'x');
CREATE DOMAIN app.no_default AS app.money DEFAULT NULL;
CREATE DOMAIN app.at AS timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP;
CREATE DOMAIN app.char5 AS character(5)[] DEFAULT ARRAY['a', 'b'];
CREATE DOMAIN app.cased AS text DEFAULT CASE WHEN CURRENT_USER IS NOT NULL THEN 'x' ELSE 'constraint' END;
CREATE FUNCTION app.is_good(integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN ($1 > 0);
CREATE DOMAIN app.good AS integer CHECK (app.is_good(VALUE));
CREATE DOMAIN app.d2345678901234567890123456789012345678901234567890123456789012 AS integer NOT NULL CHECK (VALUE > 1);
COMMENT ON TYPE app._good IS 'not of the domain';
CREATE TABLE app.t (e app.email, g app.good[], n app.nested DEFAULT 'a@b');
-- A name for NOT NULL is kept since 17; before, it is read and forgotten.
CREATE DOMAIN app.named AS integer CONSTRAINT "there; is one" NOT NULL CHECK (VALUE > 0);
CREATE DOMAIN app.named_later AS integer;
ALTER DOMAIN app.named_later SET NOT NULL;
ALTER DOMAIN app.named_later RENAME TO named_before;
