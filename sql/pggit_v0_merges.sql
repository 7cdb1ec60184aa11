-- What was merged into what, and what waits to be decided.

-- Every merge that did something. One that stopped at conflicts stays open until it is continued or aborted.
CREATE TABLE pggit_v0.merges (
  id uuid NOT NULL DEFAULT pg_catalog.gen_random_uuid(),
  source text NOT NULL,
  source_sha pggit_v0.sha NOT NULL,
  target text COLLATE "C" NOT NULL,
  target_sha pggit_v0.sha NOT NULL,
  base_sha pggit_v0.sha,
  strategy text NOT NULL,
  status text NOT NULL,
  result_sha pggit_v0.sha,
  renames text[] NOT NULL DEFAULT '{}',
  operation text NOT NULL DEFAULT 'merge',
  onto_sha pggit_v0.sha,
  done_sha pggit_v0.sha,
  todo pggit_v0.sha[] NOT NULL DEFAULT '{}',
  merged_by text NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT merges_pkey PRIMARY KEY (id),
  CONSTRAINT merges_operation_is_known CHECK (operation IN ('merge', 'rebase', 'cherry_pick', 'revert')),
  CONSTRAINT merges_has_what_else_was_done
    CHECK ((operation = 'merge') = (onto_sha IS NULL) AND (onto_sha IS NULL) = (done_sha IS NULL)),
  CONSTRAINT merges_strategy_is_known CHECK (strategy IN ('recursive', 'ours', 'theirs')),
  CONSTRAINT merges_status_is_known CHECK (status IN ('merged', 'fast_forward', 'conflicts', 'aborted')),
  CONSTRAINT merges_ends_with_its_conflicts CHECK ((status = 'conflicts') = (ended_at IS NULL)),
  CONSTRAINT merges_has_its_result CHECK ((status IN ('merged', 'fast_forward')) = (result_sha IS NOT NULL))
);
CREATE UNIQUE INDEX merges_one_is_open ON pggit_v0.merges (target) WHERE status = 'conflicts';
COMMENT ON INDEX pggit_v0.merges_one_is_open IS 'a branch has one merge at a time';
COMMENT ON TABLE pggit_v0.merges IS 'every merge, and what else stopped at conflicts: of what, into what, and what came of it';
COMMENT ON COLUMN pggit_v0.merges.id IS 'tells merges apart';
COMMENT ON COLUMN pggit_v0.merges.source IS 'what was merged, as it was named';
COMMENT ON COLUMN pggit_v0.merges.source_sha IS 'the commit that this was';
COMMENT ON COLUMN pggit_v0.merges.target IS 'full name of the branch that it was merged into';
COMMENT ON COLUMN pggit_v0.merges.target_sha IS 'where that was before';
COMMENT ON COLUMN pggit_v0.merges.base_sha IS 'the commit that both came from; null for a fast-forward';
COMMENT ON COLUMN pggit_v0.merges.strategy IS 'recursive, ours or theirs';
COMMENT ON COLUMN pggit_v0.merges.status IS 'merged, fast_forward, conflicts while it waits to be continued, or aborted';
COMMENT ON COLUMN pggit_v0.merges.result_sha IS 'the commit that the branch was moved to';
COMMENT ON COLUMN pggit_v0.merges.renames IS 'what was told to have another name on one side';
COMMENT ON COLUMN pggit_v0.merges.operation IS 'merge; or rebase, cherry_pick or revert, of those that stopped at conflicts';
COMMENT ON COLUMN pggit_v0.merges.onto_sha IS 'what another operation goes on top of';
COMMENT ON COLUMN pggit_v0.merges.done_sha IS 'the last commit that it made';
COMMENT ON COLUMN pggit_v0.merges.todo IS 'the commits that it has left, the first being the one it stopped at';
COMMENT ON COLUMN pggit_v0.merges.merged_by IS 'session user';
COMMENT ON COLUMN pggit_v0.merges.started_at IS 'when it began';
COMMENT ON COLUMN pggit_v0.merges.ended_at IS 'when it ended; null while it waits';

-- What the sides of a merge disagreed on. No foreign key: pg_restore --jobs loads tables of an extension in any order.
CREATE TABLE pggit_v0.merge_conflicts (
  merge_id uuid NOT NULL,
  path text COLLATE "C" NOT NULL,
  element text COLLATE "C" NOT NULL,
  type text NOT NULL,
  base text,
  ours text,
  theirs text,
  reason text,
  resolution text,
  resolved_by text,
  resolved_at timestamptz,
  CONSTRAINT merge_conflicts_pkey PRIMARY KEY (merge_id, path, element),
  CONSTRAINT merge_conflicts_resolution_is_known CHECK (resolution IN ('source', 'target', 'manual_ddl', 'live')),
  CONSTRAINT merge_conflicts_is_resolved_by_somebody
    CHECK ((resolution IS NULL) = (resolved_by IS NULL) AND (resolution IS NULL) = (resolved_at IS NULL))
);
COMMENT ON TABLE pggit_v0.merge_conflicts IS 'what the sides of merges disagreed on, and how it was decided';
COMMENT ON COLUMN pggit_v0.merge_conflicts.merge_id IS 'the merge';
COMMENT ON COLUMN pggit_v0.merge_conflicts.path IS 'path of the object';
COMMENT ON COLUMN pggit_v0.merge_conflicts.element IS 'the part of it; empty for the object as a whole';
COMMENT ON COLUMN pggit_v0.merge_conflicts.type IS 'both_modified, both_added, modified_deleted, deleted_modified, both_renamed or dependency';
COMMENT ON COLUMN pggit_v0.merge_conflicts.base IS 'the part as both had it; null when it was not there';
COMMENT ON COLUMN pggit_v0.merge_conflicts.ours IS 'the part in the branch merged into';
COMMENT ON COLUMN pggit_v0.merge_conflicts.theirs IS 'the part in what was merged';
COMMENT ON COLUMN pggit_v0.merge_conflicts.reason IS 'why it cannot be, where the server refused it';
COMMENT ON COLUMN pggit_v0.merge_conflicts.resolution IS 'source, target, manual_ddl, or live when it was made so in the live schema';
COMMENT ON COLUMN pggit_v0.merge_conflicts.resolved_by IS 'session user who decided';
COMMENT ON COLUMN pggit_v0.merge_conflicts.resolved_at IS 'when it was decided';

GRANT SELECT ON pggit_v0.merges, pggit_v0.merge_conflicts TO PUBLIC;
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.merges', '');
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.merge_conflicts', '');

-- The conflicts of merges that wait to be continued.
CREATE VIEW pggit.conflicts AS
  SELECT pg_catalog.substr(m.target, 12) AS target, m.source, c.path, NULLIF(c.element, '') AS element, c.type, c.base, c.ours,
    c.theirs, c.resolution,
    (SELECT e.resolution
     FROM pggit_v0.merge_conflicts e JOIN pggit_v0.merges f ON f.id = e.merge_id
     WHERE f.status = 'merged' AND e.resolution IN ('source', 'target') AND e.path = c.path AND e.element = c.element
       AND (e.base, e.ours, e.theirs) IS NOT DISTINCT FROM (c.base, c.ours, c.theirs)
     ORDER BY f.ended_at DESC LIMIT 1) AS resolved_before,
    c.reason, m.operation
  FROM pggit_v0.merge_conflicts c JOIN pggit_v0.merges m ON m.id = c.merge_id
  WHERE m.status = 'conflicts';
COMMENT ON VIEW pggit.conflicts IS 'what merges, rebases, cherry-picks and reverts that are not finished wait for';
COMMENT ON COLUMN pggit.conflicts.target IS 'the branch merged into';
COMMENT ON COLUMN pggit.conflicts.source IS 'what is merged';
COMMENT ON COLUMN pggit.conflicts.path IS 'path of the object';
COMMENT ON COLUMN pggit.conflicts.element IS 'the part of it, column:email; null for the object as a whole';
COMMENT ON COLUMN pggit.conflicts.type IS 'both_modified, both_added, modified_deleted, deleted_modified, both_renamed or dependency';
COMMENT ON COLUMN pggit.conflicts.base IS 'the part as both had it; null when it was not there';
COMMENT ON COLUMN pggit.conflicts.ours IS 'the part in the target; null when it is not there';
COMMENT ON COLUMN pggit.conflicts.theirs IS 'the part in the source; null when it is not there';
COMMENT ON COLUMN pggit.conflicts.resolution IS 'what was decided: source, target or manual_ddl; null when nothing was';
COMMENT ON COLUMN pggit.conflicts.resolved_before IS 'what was decided when the same conflict was met before';
COMMENT ON COLUMN pggit.conflicts.reason IS 'why it cannot be, where the server refused it';
COMMENT ON COLUMN pggit.conflicts.operation IS 'merge, rebase, cherry_pick or revert';

-- All merges.
CREATE VIEW pggit.merge_history AS
  SELECT source, pg_catalog.substr(target, 12) AS target, source_sha, target_sha, base_sha, strategy, status, result_sha, merged_by,
    started_at, ended_at
  FROM pggit_v0.merges
  WHERE operation = 'merge';
COMMENT ON VIEW pggit.merge_history IS 'every merge: of what, into what, and what came of it';
COMMENT ON COLUMN pggit.merge_history.source IS 'what was merged, as it was named';
COMMENT ON COLUMN pggit.merge_history.target IS 'the branch that it was merged into';
COMMENT ON COLUMN pggit.merge_history.source_sha IS 'the commit that was merged';
COMMENT ON COLUMN pggit.merge_history.target_sha IS 'where the branch was before';
COMMENT ON COLUMN pggit.merge_history.base_sha IS 'the commit that both came from; null for a fast-forward';
COMMENT ON COLUMN pggit.merge_history.strategy IS 'recursive, ours or theirs';
COMMENT ON COLUMN pggit.merge_history.status IS 'merged, fast_forward, conflicts while it waits to be continued, or aborted';
COMMENT ON COLUMN pggit.merge_history.result_sha IS 'the commit that the branch was moved to';
COMMENT ON COLUMN pggit.merge_history.merged_by IS 'session user';
COMMENT ON COLUMN pggit.merge_history.started_at IS 'when it began';
COMMENT ON COLUMN pggit.merge_history.ended_at IS 'when it ended; null while it waits';

GRANT SELECT ON pggit.conflicts, pggit.merge_history TO PUBLIC;
