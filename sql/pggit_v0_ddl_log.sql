-- What DDL ran, by whom. docs/formats/store.md specifies every column.

-- Keys come from no sequence: a restored log and what is added to it afterwards never meet.
CREATE TABLE pggit_v0.ddl_log (
  recorded_at timestamptz NOT NULL,
  transaction_id xid8 NOT NULL,
  position integer NOT NULL,
  executed_at timestamptz NOT NULL,
  executed_by text NOT NULL,
  acting_as text NOT NULL,
  client_address inet,
  application_name text NOT NULL,
  backend_pid integer NOT NULL,
  command_tag text NOT NULL,
  object_types text[] NOT NULL,
  object_identities text[] NOT NULL,
  object_paths text[] NOT NULL,
  statement text NOT NULL,
  branch text NOT NULL,
  commit_sha pggit_v0.sha,
  CONSTRAINT ddl_log_pkey PRIMARY KEY (recorded_at, transaction_id, position)
);
COMMENT ON TABLE pggit_v0.ddl_log IS 'every DDL command that event triggers saw';
COMMENT ON COLUMN pggit_v0.ddl_log.recorded_at IS 'when its transaction was about to commit';
COMMENT ON COLUMN pggit_v0.ddl_log.transaction_id IS 'its transaction';
COMMENT ON COLUMN pggit_v0.ddl_log.position IS 'counts the commands of the transaction from 1';
COMMENT ON COLUMN pggit_v0.ddl_log.executed_at IS 'when the command was done';
COMMENT ON COLUMN pggit_v0.ddl_log.executed_by IS 'session user';
COMMENT ON COLUMN pggit_v0.ddl_log.acting_as IS 'current user';
COMMENT ON COLUMN pggit_v0.ddl_log.client_address IS 'address of the client; null for a local socket';
COMMENT ON COLUMN pggit_v0.ddl_log.application_name IS 'what the client calls itself';
COMMENT ON COLUMN pggit_v0.ddl_log.backend_pid IS 'process of the session';
COMMENT ON COLUMN pggit_v0.ddl_log.command_tag IS 'kind of command: ALTER TABLE';
COMMENT ON COLUMN pggit_v0.ddl_log.object_types IS 'kinds of what it touched, as the server calls them';
COMMENT ON COLUMN pggit_v0.ddl_log.object_identities IS 'names of what it touched, as the server writes them; empty where it has none';
COMMENT ON COLUMN pggit_v0.ddl_log.object_paths IS 'paths of the definitions it may have changed';
COMMENT ON COLUMN pggit_v0.ddl_log.statement IS 'the statement, with secrets blanked';
COMMENT ON COLUMN pggit_v0.ddl_log.branch IS 'the branch whose definitions it may have changed';
COMMENT ON COLUMN pggit_v0.ddl_log.commit_sha IS 'the commit that the same transaction made of it, or moved to with it';

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON pggit_v0.ddl_log
  FOR EACH STATEMENT EXECUTE FUNCTION pggit_v0.refuse_change();
COMMENT ON TRIGGER refuse_change ON pggit_v0.ddl_log IS 'the record of commands does not change';
GRANT SELECT ON pggit_v0.ddl_log TO PUBLIC;
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.ddl_log', '');

-- Notes what a command did. pggit.init() makes the event triggers that call it. It looks up no name, and so needs no
-- search path of its own, which each command would have to pay for.
CREATE FUNCTION pggit_v0.capture_ddl()
RETURNS event_trigger
AS 'MODULE_PATHNAME', 'pggit_capture_ddl'
LANGUAGE C;
COMMENT ON FUNCTION pggit_v0.capture_ddl() IS 'event trigger that notes what DDL does';
REVOKE ALL ON FUNCTION pggit_v0.capture_ddl() FROM PUBLIC;

CREATE VIEW pggit.history AS
  SELECT executed_at, executed_by, acting_as, client_address, application_name, backend_pid, transaction_id, position,
    command_tag, object_types, object_identities, object_paths, statement, recorded_at, commit_sha, branch
  FROM pggit_v0.ddl_log;
COMMENT ON VIEW pggit.history IS 'every DDL command as it ran, from the commit of its transaction on';
COMMENT ON COLUMN pggit.history.executed_at IS 'when the command was done';
COMMENT ON COLUMN pggit.history.executed_by IS 'session user';
COMMENT ON COLUMN pggit.history.acting_as IS 'current user';
COMMENT ON COLUMN pggit.history.client_address IS 'address of the client; null for a local socket';
COMMENT ON COLUMN pggit.history.application_name IS 'what the client calls itself';
COMMENT ON COLUMN pggit.history.backend_pid IS 'process of the session';
COMMENT ON COLUMN pggit.history.transaction_id IS 'its transaction';
COMMENT ON COLUMN pggit.history.position IS 'counts the commands of the transaction from 1';
COMMENT ON COLUMN pggit.history.command_tag IS 'kind of command: ALTER TABLE';
COMMENT ON COLUMN pggit.history.object_types IS 'kinds of what it touched, as the server calls them';
COMMENT ON COLUMN pggit.history.object_identities IS 'names of what it touched, as the server writes them; empty where it has none';
COMMENT ON COLUMN pggit.history.object_paths IS 'paths of the definitions it may have changed';
COMMENT ON COLUMN pggit.history.statement IS 'the statement, with secrets blanked';
COMMENT ON COLUMN pggit.history.recorded_at IS 'when its transaction was about to commit';
COMMENT ON COLUMN pggit.history.commit_sha IS 'the commit that the same transaction made of it, or moved to with it';
COMMENT ON COLUMN pggit.history.branch IS 'the branch whose definitions it may have changed';
GRANT SELECT ON pggit.history TO PUBLIC;
