-- The version of the loaded library.
CREATE FUNCTION pggit.version()
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_version'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.version() IS 'version of the loaded library';
