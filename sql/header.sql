-- The first part of the extension's script: the way is clear, then the schemas.

-- Refuses when a schema that pggit needs is already there: it is somebody else's, often pggit v1's.
DO $$
DECLARE
  found name;
  tables text;
  triggers text;
BEGIN
  SELECT nspname INTO found
  FROM pg_catalog.pg_namespace
  WHERE nspname IN ('pggit', 'pggit_v0', 'pggit_audit')
  ORDER BY nspname
  LIMIT 1;
  IF found IS NULL THEN
    RETURN;
  END IF;

  SELECT pg_catalog.string_agg(relname, ', ' ORDER BY relname) INTO tables
  FROM pg_catalog.pg_class
  WHERE relnamespace = found::text::pg_catalog.regnamespace
    AND relkind IN ('r', 'p')
    AND relname IN ('history', 'objects', 'commits');
  SELECT pg_catalog.string_agg(pg_catalog.quote_ident(t.evtname), ', ' ORDER BY t.evtname) INTO triggers
  FROM pg_catalog.pg_event_trigger t
  JOIN pg_catalog.pg_proc p ON p.oid = t.evtfoid
  WHERE p.pronamespace = found::text::pg_catalog.regnamespace AND t.evtenabled <> 'D';

  RAISE EXCEPTION 'schema "%" already exists and does not belong to this extension', found
    USING ERRCODE = 'duplicate_schema',
      SCHEMA = found,
      DETAIL = CASE tables
          WHEN 'commits, history, objects' THEN 'It looks like pggit v1: it has the tables commits, history and objects.'
          ELSE 'It does not look like pggit v1; another project may use the name.'
        END || coalesce(' Its event triggers are: ' || triggers || '.', ''),
      HINT = CASE WHEN triggers IS NULL THEN ''
          ELSE 'Disable its event triggers with ALTER EVENT TRIGGER ... DISABLE. ' END
        || pg_catalog.format('Rename it with ALTER SCHEMA %I RENAME TO %I, then run CREATE EXTENSION pggit again.',
             found, found || '_legacy');
END
$$;

-- What a person types.
CREATE SCHEMA pggit;
COMMENT ON SCHEMA pggit IS 'pggit: what a person types';
GRANT USAGE ON SCHEMA pggit TO PUBLIC;

-- The plumbing: object store, developer and monitoring functions.
CREATE SCHEMA pggit_v0;
COMMENT ON SCHEMA pggit_v0 IS 'pggit: the plumbing and the store';
GRANT USAGE ON SCHEMA pggit_v0 TO PUBLIC;

-- Compliance. Nobody but its owner looks in until rights are given.
CREATE SCHEMA pggit_audit;
COMMENT ON SCHEMA pggit_audit IS 'pggit: changes, object versions and the tamper-evident log';
