-- Wrappers, servers, user mappings and foreign tables. Secrets are never kept: tests/e2e/snapshot_test.sh.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_alice') THEN
    CREATE ROLE pggit_test_alice;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'pggit_test_Bob "x"') THEN
    CREATE ROLE "pggit_test_Bob ""x""";
  END IF;
END
$$;

CREATE SCHEMA "my.handlers";
CREATE EXTENSION postgres_fdw WITH SCHEMA "my.handlers";
CREATE FOREIGN DATA WRAPPER bare;
CREATE FOREIGN DATA WRAPPER "Full ""wrapper"""
  HANDLER "my.handlers".postgres_fdw_handler VALIDATOR pg_catalog.postgresql_fdw_validator;
CREATE FOREIGN DATA WRAPPER optional OPTIONS ("Mode" 'it''s', debug E'back\\slash
line');
COMMENT ON FOREIGN DATA WRAPPER bare IS 'nothing in it';
GRANT USAGE ON FOREIGN DATA WRAPPER bare TO pggit_test_alice WITH GRANT OPTION;
ALTER FOREIGN DATA WRAPPER optional OWNER TO postgres;

CREATE SERVER plain FOREIGN DATA WRAPPER bare;
CREATE SERVER "Server ""é"".x" TYPE 'it''s' VERSION '1.0; --' FOREIGN DATA WRAPPER optional
  OPTIONS (host 'a', "select" 'b');
CREATE SERVER remote FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'localhost', dbname 'x');
COMMENT ON SERVER plain IS 'a server';
GRANT USAGE ON FOREIGN SERVER plain TO pggit_test_alice;
GRANT USAGE ON FOREIGN SERVER plain TO PUBLIC;

CREATE USER MAPPING FOR PUBLIC SERVER plain;
CREATE USER MAPPING FOR pggit_test_alice SERVER remote
  OPTIONS (user 'alice', password_required 'true', sslcert '/c');
CREATE USER MAPPING FOR "pggit_test_Bob ""x""" SERVER "Server ""é"".x" OPTIONS ("User" 'b');

CREATE FOREIGN TABLE public.far (
  id integer OPTIONS (column_name 'ID "x"') NOT NULL,
  name text COLLATE "C" DEFAULT 'x',
  twice integer GENERATED ALWAYS AS (id * 2) STORED,
  CONSTRAINT positive CHECK (id > 0)
) SERVER remote OPTIONS (schema_name 'public', table_name 'near "table"');
ALTER FOREIGN TABLE public.far ALTER COLUMN id SET STATISTICS 100;
ALTER FOREIGN TABLE public.far ALTER COLUMN name SET (n_distinct = 5);
COMMENT ON FOREIGN TABLE public.far IS 'far away';
COMMENT ON COLUMN public.far.id IS 'its key';
COMMENT ON CONSTRAINT positive ON public.far IS 'a check';
GRANT SELECT ON public.far TO pggit_test_alice;
GRANT UPDATE (name) ON public.far TO pggit_test_alice;
CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER "touch it" BEFORE INSERT ON public.far FOR EACH ROW EXECUTE FUNCTION public.touch();
ALTER FOREIGN TABLE public.far DISABLE TRIGGER "touch it";
COMMENT ON TRIGGER "touch it" ON public.far IS 'a trigger';

CREATE TABLE public.parent (id integer, name text, CONSTRAINT parent_id CHECK (id > 1));
CREATE FOREIGN TABLE public.child (more text) INHERITS (public.parent) SERVER plain;
CREATE TABLE public.parts (id integer, at date) PARTITION BY RANGE (at);
CREATE FOREIGN TABLE public.parts_old PARTITION OF public.parts
  FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') SERVER plain OPTIONS ("Table" 'x');
