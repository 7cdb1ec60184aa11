-- Extensions: their schema, comments, privileges on members that differ from what the script gave,
-- and objects that go with an extension.
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

CREATE SCHEMA "Ext. ""quoted""";
CREATE EXTENSION citext WITH SCHEMA "Ext. ""quoted""";
CREATE EXTENSION "uuid-ossp" WITH SCHEMA public;
CREATE EXTENSION pg_stat_statements;
CREATE EXTENSION hstore;
COMMENT ON EXTENSION citext IS 'case does not matter; ''it'' never did';

REVOKE SELECT ON public.pg_stat_statements FROM PUBLIC;
GRANT SELECT, UPDATE ON public.pg_stat_statements TO pggit_test_alice WITH GRANT OPTION;
GRANT SELECT (dealloc), UPDATE (dealloc) ON public.pg_stat_statements_info
  TO "pggit_test_Bob ""x""";
REVOKE ALL ON FUNCTION public.uuid_generate_v4() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.uuid_generate_v4() TO pggit_test_alice;
GRANT USAGE ON TYPE "Ext. ""quoted""".citext TO pggit_test_alice;

SET SESSION AUTHORIZATION pggit_test_alice;
GRANT SELECT ON public.pg_stat_statements TO "pggit_test_Bob ""x""";
RESET SESSION AUTHORIZATION;

-- Depends on members: a column's type, an operator class, an array of a member's type.
CREATE TABLE public.people (
  name "Ext. ""quoted""".citext,
  names "Ext. ""quoted""".citext[],
  tags public.hstore
);
CREATE INDEX people_tags ON public.people USING gin (tags);
CREATE VIEW public.statements AS SELECT s.query FROM public.pg_stat_statements s;
CREATE MATERIALIZED VIEW public.calls AS SELECT 1 AS n;
CREATE INDEX calls_n ON public.calls (n);

ALTER INDEX public.people_tags DEPENDS ON EXTENSION hstore;
ALTER INDEX public.calls_n DEPENDS ON EXTENSION citext;
ALTER MATERIALIZED VIEW public.calls DEPENDS ON EXTENSION hstore;
ALTER MATERIALIZED VIEW public.calls DEPENDS ON EXTENSION citext;
