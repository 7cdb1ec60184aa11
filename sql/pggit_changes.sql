-- What turns the live schema into that of a commit. Each runs in one transaction, with the rights of who calls it.

-- Moves the current branch to a revision; hard, the live schema with it.
CREATE FUNCTION pggit.reset(revision text DEFAULT 'HEAD', hard boolean DEFAULT false)
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_reset'
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.reset(text, boolean) IS 'moves the current branch; hard, the live schema with it';
REVOKE ALL ON FUNCTION pggit.reset(text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.reset(text, boolean) TO pg_database_owner;

-- Makes one object of the live schema what it was at a revision.
CREATE FUNCTION pggit.restore(object text, revision text DEFAULT 'HEAD')
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_restore'
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.restore(text, text) IS 'makes a live object what it was at a revision and gives its path';
REVOKE ALL ON FUNCTION pggit.restore(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.restore(text, text) TO pg_database_owner;

-- Takes the last movement of the current branch back, with the live schema.
CREATE FUNCTION pggit.undo()
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_undo'
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.undo() IS 'takes the last movement of the current branch back and gives where it is';
REVOKE ALL ON FUNCTION pggit.undo() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.undo() TO pg_database_owner;

-- A new commit that takes back what another one did.
CREATE FUNCTION pggit.revert(revision text DEFAULT 'HEAD')
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_revert'
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.revert(text) IS 'takes back what a commit did, as a new commit';
REVOKE ALL ON FUNCTION pggit.revert(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.revert(text) TO pg_database_owner;

-- A new commit that does what another one did elsewhere.
CREATE FUNCTION pggit.cherry_pick(revision text)
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_cherry_pick'
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.cherry_pick(text) IS 'does what a commit did, as a new commit';
REVOKE ALL ON FUNCTION pggit.cherry_pick(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.cherry_pick(text) TO pg_database_owner;
