-- What 0.0.1 installed: the schemas and pggit.version(). Kept as it was, to upgrade from.
CREATE SCHEMA pggit;
COMMENT ON SCHEMA pggit IS 'pggit: what a person types';
GRANT USAGE ON SCHEMA pggit TO PUBLIC;

CREATE SCHEMA pggit_v0;
COMMENT ON SCHEMA pggit_v0 IS 'pggit: the plumbing and the store';
GRANT USAGE ON SCHEMA pggit_v0 TO PUBLIC;

CREATE SCHEMA pggit_audit;
COMMENT ON SCHEMA pggit_audit IS 'pggit: changes, object versions and the tamper-evident log';

CREATE FUNCTION pggit.version()
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_version'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.version() IS 'version of the loaded library';
