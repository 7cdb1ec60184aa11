-- Changes of the live schema that were put aside. A stash is a commit on top of the one it came of, named by a ref.

-- What was put aside, the latest first. A stash is named stash@{0}, stash@{1} ... wherever a revision may stand.
CREATE VIEW pggit.stashes AS
  SELECT 'stash@{' || pg_catalog.row_number() OVER (ORDER BY pg_catalog.length(r.name) DESC, r.name DESC) - 1 || '}' AS name,
    r.target_sha::text AS commit_sha, pg_catalog.rtrim(g.message, E'\n') AS message, r.created_by, r.created_at
  FROM pggit_v0.refs r JOIN pggit_v0.commit_graph g ON g.commit_sha = r.target_sha
  WHERE r.name ~ '^refs/stash/[0-9]+$'
  ORDER BY pg_catalog.length(r.name) DESC, r.name DESC;
COMMENT ON VIEW pggit.stashes IS 'changes that were put aside, the latest first';
COMMENT ON COLUMN pggit.stashes.name IS 'its name as a revision, stash@{0}; the numbers move as stashes come and go';
COMMENT ON COLUMN pggit.stashes.commit_sha IS 'the commit that holds it';
COMMENT ON COLUMN pggit.stashes.message IS 'what it is, and of which branch';
COMMENT ON COLUMN pggit.stashes.created_by IS 'session user who put it aside';
COMMENT ON COLUMN pggit.stashes.created_at IS 'when it was put aside';
GRANT SELECT ON pggit.stashes TO PUBLIC;

-- Puts aside what is not committed, all of it or the objects that are named: there the live schema becomes that of the last
-- commit. Null when there is nothing.
CREATE FUNCTION pggit.stash(message text DEFAULT NULL, objects text[] DEFAULT NULL)
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_stash'
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.stash(text, text[]) IS 'puts aside what is not committed and gives the id of the commit that holds it';
REVOKE ALL ON FUNCTION pggit.stash(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.stash(text, text[]) TO pg_database_owner;

-- Does to the live schema what a stash did. Conflicts are an answer and change nothing.
CREATE FUNCTION pggit.stash_apply(
  stash text DEFAULT 'stash@{0}', strategy text DEFAULT 'recursive',
  OUT stash_sha text, OUT conflicts boolean, OUT conflict_objects text[], OUT status text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_stash_apply'
LANGUAGE C VOLATILE PARALLEL UNSAFE ROWS 1 COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.stash_apply(text, text) IS 'does to the live schema what a stash did';
REVOKE ALL ON FUNCTION pggit.stash_apply(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.stash_apply(text, text) TO pg_database_owner;

-- The same, and drops the stash. With conflicts it stays.
CREATE FUNCTION pggit.stash_pop(
  stash text DEFAULT 'stash@{0}', strategy text DEFAULT 'recursive',
  OUT stash_sha text, OUT conflicts boolean, OUT conflict_objects text[], OUT status text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_stash_pop'
LANGUAGE C VOLATILE PARALLEL UNSAFE ROWS 1 COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.stash_pop(text, text) IS 'does to the live schema what a stash did, and drops it';
REVOKE ALL ON FUNCTION pggit.stash_pop(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.stash_pop(text, text) TO pg_database_owner;

-- Drops a stash. The reflog names its commit as long as it keeps entries.
CREATE FUNCTION pggit.stash_drop(stash text DEFAULT 'stash@{0}')
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_stash_drop'
LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.stash_drop(text) IS 'drops a stash and gives the id of the commit that held it';
REVOKE ALL ON FUNCTION pggit.stash_drop(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.stash_drop(text) TO pg_database_owner;

-- Drops all of them.
CREATE FUNCTION pggit.stash_clear()
RETURNS integer
AS 'MODULE_PATHNAME', 'pggit_stash_clear'
LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.stash_clear() IS 'drops all stashes and gives how many there were';
REVOKE ALL ON FUNCTION pggit.stash_clear() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.stash_clear() TO pg_database_owner;

-- What a stash did to the commit it came of.
CREATE FUNCTION pggit.stash_show(
  stash text DEFAULT 'stash@{0}', OUT object_path text, OUT change_type text, OUT diff text)
RETURNS SETOF record
LANGUAGE SQL STABLE STRICT PARALLEL UNSAFE ROWS 10 SET search_path = pg_catalog, pg_temp AS $$
  SELECT * FROM pggit.diff(stash || '^', stash)
$$;
COMMENT ON FUNCTION pggit.stash_show(text) IS 'what a stash did to the commit it came of';
