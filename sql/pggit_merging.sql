-- Merging.

-- Brings what another branch did into a branch. Conflicts are an answer: they are kept in pggit.conflicts, and nothing else
-- changes. What one side renamed and no commit recorded is told as renames, 'public.users.mail=email'.
CREATE FUNCTION pggit.merge(
  source text, target text DEFAULT NULL, strategy text DEFAULT 'recursive', renames text[] DEFAULT NULL,
  OUT merge_commit_sha text, OUT conflicts boolean, OUT conflict_objects text[], OUT status text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_merge'
LANGUAGE C VOLATILE PARALLEL UNSAFE ROWS 1 COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.merge(text, text, text, text[]) IS 'brings what another branch did into a branch';
REVOKE ALL ON FUNCTION pggit.merge(text, text, text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.merge(text, text, text, text[]) TO pg_database_owner;

-- The same for programs.
CREATE FUNCTION pggit_v0.merge_branch(
  p_source_branch text, p_target_branch text, p_merge_strategy text DEFAULT 'recursive',
  OUT merge_commit_sha text, OUT conflicts boolean, OUT conflict_objects text[])
RETURNS SETOF record
LANGUAGE SQL VOLATILE PARALLEL UNSAFE ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.merge_commit_sha, m.conflicts, m.conflict_objects
  FROM pggit.merge('refs/heads/' || p_source_branch, p_target_branch, p_merge_strategy) m
$$;
COMMENT ON FUNCTION pggit_v0.merge_branch(text, text, text) IS 'brings what one branch did into another';
REVOKE ALL ON FUNCTION pggit_v0.merge_branch(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit_v0.merge_branch(text, text, text) TO pg_database_owner;

-- Ends the merge that waits, of the current branch: by what was decided, and what was made so in the live schema.
CREATE FUNCTION pggit.merge_continue(
  message text DEFAULT NULL,
  OUT merge_commit_sha text, OUT conflicts boolean, OUT conflict_objects text[], OUT status text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_merge_continue'
LANGUAGE C VOLATILE PARALLEL UNSAFE ROWS 1 COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.merge_continue(text) IS 'ends the merge that waits with a commit';
REVOKE ALL ON FUNCTION pggit.merge_continue(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.merge_continue(text) TO pg_database_owner;

-- Gives the merge that waits up; the name of what was merged. What was done to the live schema stays.
CREATE FUNCTION pggit.merge_abort()
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_merge_abort'
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.merge_abort() IS 'gives up the merge that waits';
REVOKE ALL ON FUNCTION pggit.merge_abort() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.merge_abort() TO pg_database_owner;

-- Decides a conflict of the merge that waits, or all of an object. The search path is the caller's, for the statements.
CREATE FUNCTION pggit_v0.resolve_conflict(
  p_object_path text, p_resolution_strategy text, p_manual_ddl text DEFAULT NULL)
RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_resolve_conflict'
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 1000;
COMMENT ON FUNCTION pggit_v0.resolve_conflict(text, text, text) IS 'decides a conflict: for source, target or by statements';
REVOKE ALL ON FUNCTION pggit_v0.resolve_conflict(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit_v0.resolve_conflict(text, text, text) TO pg_database_owner;

-- Makes the commits of a branch anew, on top of another. At conflicts it waits, and nothing is changed until it ends.
CREATE FUNCTION pggit.rebase(
  onto text DEFAULT 'main', branch text DEFAULT NULL,
  OUT rebased_commit_sha text, OUT conflicts boolean, OUT conflict_objects text[], OUT status text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_rebase'
LANGUAGE C VOLATILE PARALLEL UNSAFE ROWS 1 COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.rebase(text, text) IS 'makes the commits of a branch anew, on top of another';
REVOKE ALL ON FUNCTION pggit.rebase(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.rebase(text, text) TO pg_database_owner;

-- Goes on with the rebase, cherry-pick or revert that waits, of the current branch: by what was decided.
CREATE FUNCTION pggit.replay_continue(
  operation text DEFAULT NULL,
  OUT commit_sha text, OUT conflicts boolean, OUT conflict_objects text[], OUT status text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_replay_continue'
LANGUAGE C VOLATILE PARALLEL UNSAFE ROWS 1 COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.replay_continue(text) IS 'goes on with the rebase, cherry-pick or revert that waits';
REVOKE ALL ON FUNCTION pggit.replay_continue(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.replay_continue(text) TO pg_database_owner;

-- The same without the commit that it stopped at.
CREATE FUNCTION pggit.replay_skip(
  operation text DEFAULT NULL,
  OUT commit_sha text, OUT conflicts boolean, OUT conflict_objects text[], OUT status text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_replay_skip'
LANGUAGE C VOLATILE PARALLEL UNSAFE ROWS 1 COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.replay_skip(text) IS 'goes on with the rebase, cherry-pick or revert that waits, without the commit that it stopped at';
REVOKE ALL ON FUNCTION pggit.replay_skip(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.replay_skip(text) TO pg_database_owner;

-- Gives it up; the name of what it was of. The branch is where it was.
CREATE FUNCTION pggit.replay_abort(operation text DEFAULT NULL)
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_replay_abort'
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.replay_abort(text) IS 'gives up the rebase, cherry-pick or revert that waits';
REVOKE ALL ON FUNCTION pggit.replay_abort(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.replay_abort(text) TO pg_database_owner;

-- The same for programs.
CREATE FUNCTION pggit_v0.rebase_branch(
  p_branch_name text, p_onto_commit_sha text DEFAULT NULL,
  OUT rebased_commit_sha text, OUT conflicts boolean, OUT conflict_objects text[])
RETURNS SETOF record
LANGUAGE SQL VOLATILE PARALLEL UNSAFE ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
  SELECT r.rebased_commit_sha, r.conflicts, r.conflict_objects
  FROM pggit.rebase(coalesce(p_onto_commit_sha, 'main'), p_branch_name) r
$$;
COMMENT ON FUNCTION pggit_v0.rebase_branch(text, text) IS 'makes the commits of a branch anew, on top of another';
REVOKE ALL ON FUNCTION pggit_v0.rebase_branch(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit_v0.rebase_branch(text, text) TO pg_database_owner;
