-- Event triggers: events, tags, states, names.
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

CREATE SCHEMA "event";
CREATE FUNCTION "event"."on"() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER at_start ON ddl_command_start EXECUTE FUNCTION "event"."on"();
CREATE EVENT TRIGGER at_end ON ddl_command_end
  WHEN TAG IN ('DROP TABLE', 'create table', 'ALTER TABLE') EXECUTE FUNCTION "event"."on"();
CREATE EVENT TRIGGER "When ""dropped""; x" ON sql_drop EXECUTE FUNCTION "event"."on"();
CREATE EVENT TRIGGER at_rewrite ON table_rewrite EXECUTE FUNCTION "event"."on"();
ALTER EVENT TRIGGER at_end DISABLE;
ALTER EVENT TRIGGER "When ""dropped""; x" ENABLE REPLICA;
ALTER EVENT TRIGGER at_rewrite ENABLE ALWAYS;
ALTER EVENT TRIGGER at_rewrite OWNER TO postgres;
COMMENT ON EVENT TRIGGER at_start IS 'it''s early';
