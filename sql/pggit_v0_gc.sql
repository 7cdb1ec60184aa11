-- What nothing names any more goes.

-- Lets entries of the reflog go that are old enough, then objects that no ref, no entry that stays and no record names.
-- Says how many of each; with dry_run says so and does nothing.
CREATE FUNCTION pggit_v0.gc(dry_run boolean DEFAULT false, OUT removed text, OUT count bigint, OUT size bigint)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_gc'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE ROWS 5 COST 100000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.gc(boolean) IS 'removes what nothing names any more, and old entries of the reflog';
REVOKE ALL ON FUNCTION pggit_v0.gc(boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit_v0.gc(boolean) TO pg_database_owner;

-- The same for objects alone, one by one.
CREATE FUNCTION pggit.prune(
  dry_run boolean DEFAULT false, OUT object_sha text, OUT object_type text, OUT size bigint)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_prune'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE ROWS 100 COST 100000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.prune(boolean) IS 'removes objects that nothing names any more';
REVOKE ALL ON FUNCTION pggit.prune(boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.prune(boolean) TO pg_database_owner;
