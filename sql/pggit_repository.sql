-- Whether, how and by whom this database was given to pggit. One row, or none.
CREATE TABLE pggit_v0.repository (
  singleton boolean NOT NULL DEFAULT true,
  layout text NOT NULL,
  format_version integer NOT NULL,
  server_major integer NOT NULL,
  initialised_at timestamptz NOT NULL DEFAULT pg_catalog.now(),
  initialised_by text NOT NULL,
  CONSTRAINT repository_pkey PRIMARY KEY (singleton),
  CONSTRAINT repository_is_single CHECK (singleton),
  CONSTRAINT repository_layout_is_known CHECK (layout IN ('in_place')),
  CONSTRAINT repository_format_version_is_positive CHECK (format_version > 0)
);
COMMENT ON TABLE pggit_v0.repository IS 'how this database was initialised: one row, or none before pggit.init()';
COMMENT ON COLUMN pggit_v0.repository.singleton IS 'always true: the key that keeps the row single';
COMMENT ON COLUMN pggit_v0.repository.layout IS 'in_place: the tables stay where they are';
COMMENT ON COLUMN pggit_v0.repository.format_version IS 'version of what pggit stores';
COMMENT ON COLUMN pggit_v0.repository.server_major IS 'major of the server on which init() ran';
COMMENT ON COLUMN pggit_v0.repository.initialised_at IS 'when init() ran';
COMMENT ON COLUMN pggit_v0.repository.initialised_by IS 'session user who ran init()';
GRANT SELECT ON pggit_v0.repository TO PUBLIC;
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.repository', '');

-- Marks the database as one whose history pggit keeps. A second call says so and changes nothing.
CREATE FUNCTION pggit.init(layout text DEFAULT 'in_place')
RETURNS void
AS 'MODULE_PATHNAME', 'pggit_init'
LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.init(text) IS 'starts keeping this database''s history';
REVOKE ALL ON FUNCTION pggit.init(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.init(text) TO pg_database_owner;

-- Takes the mark away again.
CREATE FUNCTION pggit.deinit()
RETURNS void
AS 'MODULE_PATHNAME', 'pggit_deinit'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.deinit() IS 'stops keeping this database''s history';
REVOKE ALL ON FUNCTION pggit.deinit() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.deinit() TO pg_database_owner;

-- Looks at the installation: one row a check, with what to do where something is wrong.
CREATE FUNCTION pggit.doctor(OUT check_name text, OUT status text, OUT details text, OUT hint text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_doctor'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE ROWS 10 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.doctor() IS 'checks of the installation: ok, info, warning or critical';
