-- What a merge would give. Nothing here writes.

-- The merge of two trees that came of a third: a row for each path that a side changed.
CREATE FUNCTION pggit_v0.three_way_merge(
  base_tree text, ours_tree text, theirs_tree text,
  OUT path text, OUT merge_status text, OUT base_content text, OUT ours_content text, OUT theirs_content text,
  OUT merged_content text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_three_way_merge'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE ROWS 10 COST 1000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.three_way_merge(text, text, text) IS 'what the merge of two trees makes of each path';

-- What two branches disagree on.
CREATE FUNCTION pggit_v0.detect_merge_conflicts(
  p_source_branch text, p_target_branch text,
  OUT object_path text, OUT conflict_type text, OUT source_definition text, OUT target_definition text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_detect_merge_conflicts'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE ROWS 10 COST 1000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.detect_merge_conflicts(text, text) IS 'what a merge of two branches would leave to be decided';

-- The tree that the merge of two revisions would have, as a merge would make it: from their base, or from one that is named.
CREATE FUNCTION pggit_v0.merge_tree(
  p_ours text, p_theirs text, p_base text DEFAULT NULL, p_renames text[] DEFAULT NULL,
  OUT tree_sha text, OUT conflicts boolean, OUT conflict_objects text[])
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_merge_tree'
LANGUAGE C STABLE PARALLEL UNSAFE ROWS 1 COST 1000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.merge_tree(text, text, text, text[]) IS 'tree that the merge of two revisions would have';
