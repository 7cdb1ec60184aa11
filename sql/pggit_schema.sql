-- The definition of every versioned object as the catalog has it now.
CREATE FUNCTION pggit.schema(
  OUT object_path text, OUT object_type text, OUT schema_name text, OUT object_name text, OUT definition text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_schema'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.schema() IS 'the live schema: one row an object, with its canonical definition';

-- What pggit.schema() leaves out: on purpose (ignored), or for want of a model (unsupported).
CREATE FUNCTION pggit.omissions(OUT object text, OUT status text, OUT reason text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_omissions'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.omissions() IS 'what the live schema holds and definitions leave out, and why';
