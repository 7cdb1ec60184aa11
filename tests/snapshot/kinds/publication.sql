-- Publications and subscriptions. Lists of columns, filters and schemas came with 15.
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

CREATE SCHEMA "Pub. ""x""";
CREATE TABLE public.a (id integer PRIMARY KEY, b integer, "where" text);
CREATE TABLE "Pub. ""x"""."table, only" (id integer PRIMARY KEY);
CREATE TABLE public.parent (id integer);
CREATE TABLE public.child () INHERITS (public.parent);
CREATE PUBLICATION nothing;
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE PUBLICATION "Some ""tables"";" FOR TABLE public.a, "Pub. ""x"""."table, only"
  WITH (publish = 'update, insert', publish_via_partition_root);
CREATE PUBLICATION silent WITH (publish = '');
CREATE PUBLICATION family FOR TABLE public.parent;
CREATE PUBLICATION head_only FOR TABLE ONLY public.parent;
COMMENT ON PUBLICATION nothing IS 'it''s empty';
ALTER PUBLICATION nothing OWNER TO postgres;

SELECT pg_catalog.current_setting('server_version_num')::integer >= 150000 AS since_15 \gset
\if :since_15
CREATE PUBLICATION parts FOR TABLE public.a ("where", id) WHERE (id > 5 AND "where" <> ') ;');
CREATE PUBLICATION schemas FOR TABLES IN SCHEMA public, "Pub. ""x""", TABLE ONLY public.parent;
\endif

CREATE SUBSCRIPTION plain CONNECTION 'host=localhost dbname=x' PUBLICATION p
  WITH (connect = false);
CREATE SUBSCRIPTION "Sub ""x""" CONNECTION 'user=''a b''  host=localhost'
  PUBLICATION "Q ""x""", p
  WITH (connect = false, slot_name = 'other_slot', binary, streaming, synchronous_commit = local);
CREATE SUBSCRIPTION slotless CONNECTION 'postgresql://a@localhost/db?user=b'
  PUBLICATION p WITH (connect = false, slot_name = NONE);
COMMENT ON SUBSCRIPTION plain IS 'a subscription';
