-- Merge requests: a change that somebody asks for, somebody else approves, and a protected branch then takes.

-- What was asked for.
CREATE TABLE pggit_v0.stored_merge_requests (
  mr_id uuid NOT NULL DEFAULT pg_catalog.gen_random_uuid(),
  source_branch text COLLATE "C" NOT NULL,
  target_branch text COLLATE "C" NOT NULL,
  title text NOT NULL,
  description text,
  reviewer text,
  state text NOT NULL DEFAULT 'open',
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  source_sha pggit_v0.sha,
  target_sha pggit_v0.sha,
  merge_commit_sha pggit_v0.sha,
  ended_by text,
  ended_at timestamptz,
  CONSTRAINT stored_merge_requests_pkey PRIMARY KEY (mr_id),
  CONSTRAINT stored_merge_requests_is_of_two CHECK (source_branch <> target_branch),
  CONSTRAINT stored_merge_requests_state_is_known CHECK (state IN ('open', 'merged', 'closed')),
  CONSTRAINT stored_merge_requests_ends_by_somebody
    CHECK ((state = 'open') = (ended_by IS NULL) AND (state = 'open') = (ended_at IS NULL)),
  CONSTRAINT stored_merge_requests_has_its_result
    CHECK ((state = 'merged') = (merge_commit_sha IS NOT NULL) AND (state <> 'merged' OR source_sha IS NOT NULL)),
  CONSTRAINT stored_merge_requests_follows_while_open CHECK (state <> 'open' OR (source_sha IS NULL AND target_sha IS NULL))
);
CREATE UNIQUE INDEX stored_merge_requests_one_is_open
  ON pggit_v0.stored_merge_requests (source_branch, target_branch) WHERE state = 'open';
COMMENT ON INDEX pggit_v0.stored_merge_requests_one_is_open IS 'a branch is asked for once';
COMMENT ON TABLE pggit_v0.stored_merge_requests IS 'merge requests as they are stored';
COMMENT ON COLUMN pggit_v0.stored_merge_requests.mr_id IS 'tells requests apart';
COMMENT ON COLUMN pggit_v0.stored_merge_requests.source_branch IS 'the branch to be merged';
COMMENT ON COLUMN pggit_v0.stored_merge_requests.target_branch IS 'the branch to merge into';
COMMENT ON COLUMN pggit_v0.stored_merge_requests.title IS 'what it is, in a line';
COMMENT ON COLUMN pggit_v0.stored_merge_requests.description IS 'why, at length';
COMMENT ON COLUMN pggit_v0.stored_merge_requests.reviewer IS 'the role whose approval it takes; null for that of anybody else';
COMMENT ON COLUMN pggit_v0.stored_merge_requests.state IS 'open, merged or closed';
COMMENT ON COLUMN pggit_v0.stored_merge_requests.created_by IS 'session user who asked for it';
COMMENT ON COLUMN pggit_v0.stored_merge_requests.created_at IS 'when';
COMMENT ON COLUMN pggit_v0.stored_merge_requests.source_sha IS 'where the source was when it ended';
COMMENT ON COLUMN pggit_v0.stored_merge_requests.target_sha IS 'where the target was when it ended';
COMMENT ON COLUMN pggit_v0.stored_merge_requests.merge_commit_sha IS 'the commit that came of it';
COMMENT ON COLUMN pggit_v0.stored_merge_requests.ended_by IS 'session user who merged or closed it';
COMMENT ON COLUMN pggit_v0.stored_merge_requests.ended_at IS 'when';

-- Who approved what. An approval is of one commit and of no other. No foreign keys: pg_restore --jobs loads tables of an extension
-- in any order.
CREATE TABLE pggit_v0.merge_request_approvals (
  mr_id uuid NOT NULL,
  approved_by text NOT NULL,
  source_sha pggit_v0.sha NOT NULL,
  target_sha pggit_v0.sha NOT NULL,
  label text,
  notes text,
  approved_at timestamptz NOT NULL,
  CONSTRAINT merge_request_approvals_pkey PRIMARY KEY (mr_id, approved_by, source_sha)
);
COMMENT ON TABLE pggit_v0.merge_request_approvals IS 'who approved which commit of a merge request';
COMMENT ON COLUMN pggit_v0.merge_request_approvals.mr_id IS 'the request';
COMMENT ON COLUMN pggit_v0.merge_request_approvals.approved_by IS 'session user';
COMMENT ON COLUMN pggit_v0.merge_request_approvals.source_sha IS 'the commit that was approved: where the source was';
COMMENT ON COLUMN pggit_v0.merge_request_approvals.target_sha IS 'where the target was then';
COMMENT ON COLUMN pggit_v0.merge_request_approvals.label IS 'who the session said it was';
COMMENT ON COLUMN pggit_v0.merge_request_approvals.notes IS 'what was said of it';
COMMENT ON COLUMN pggit_v0.merge_request_approvals.approved_at IS 'when';

-- What was said about a request.
CREATE TABLE pggit_v0.merge_request_comments (
  mr_id uuid NOT NULL,
  comment_id uuid NOT NULL DEFAULT pg_catalog.gen_random_uuid(),
  written_by text NOT NULL,
  written_at timestamptz NOT NULL,
  body text NOT NULL,
  CONSTRAINT merge_request_comments_pkey PRIMARY KEY (mr_id, comment_id)
);
COMMENT ON TABLE pggit_v0.merge_request_comments IS 'what was said about merge requests';
COMMENT ON COLUMN pggit_v0.merge_request_comments.mr_id IS 'the request';
COMMENT ON COLUMN pggit_v0.merge_request_comments.comment_id IS 'tells comments apart';
COMMENT ON COLUMN pggit_v0.merge_request_comments.written_by IS 'session user';
COMMENT ON COLUMN pggit_v0.merge_request_comments.written_at IS 'when';
COMMENT ON COLUMN pggit_v0.merge_request_comments.body IS 'the text';

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON pggit_v0.merge_request_approvals
  FOR EACH STATEMENT EXECUTE FUNCTION pggit_v0.refuse_change();
COMMENT ON TRIGGER refuse_change ON pggit_v0.merge_request_approvals IS 'what was approved stays approved';
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON pggit_v0.merge_request_comments
  FOR EACH STATEMENT EXECUTE FUNCTION pggit_v0.refuse_change();
COMMENT ON TRIGGER refuse_change ON pggit_v0.merge_request_comments IS 'what was said stays said';

GRANT SELECT ON pggit_v0.stored_merge_requests, pggit_v0.merge_request_approvals, pggit_v0.merge_request_comments TO PUBLIC;
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.stored_merge_requests', '');
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.merge_request_approvals', '');
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.merge_request_comments', '');

-- All requests, as they stand: approved is one whose source is where an approval saw it.
CREATE VIEW pggit_v0.merge_requests AS
  SELECT q.mr_id, q.title, q.description, q.source_branch, q.target_branch,
    CASE WHEN q.state = 'open' AND pg_catalog.cardinality(a.approved_by) > 0
      AND (q.reviewer IS NULL OR q.reviewer = ANY (a.approved_by)) THEN 'approved' ELSE q.state END AS status,
    q.created_by, q.created_at, q.reviewer, h.source_sha, h.target_sha, a.approved_by, q.merge_commit_sha, q.ended_by, q.ended_at
  FROM pggit_v0.stored_merge_requests q
  LEFT JOIN pggit_v0.refs s ON q.state = 'open' AND s.name = 'refs/heads/' || q.source_branch
  LEFT JOIN pggit_v0.refs t ON q.state = 'open' AND t.name = 'refs/heads/' || q.target_branch
  CROSS JOIN LATERAL (
    SELECT coalesce(q.source_sha, s.target_sha) AS source_sha, coalesce(q.target_sha, t.target_sha) AS target_sha) h
  CROSS JOIN LATERAL (
    SELECT ARRAY(
      SELECT p.approved_by FROM pggit_v0.merge_request_approvals p
      WHERE p.mr_id = q.mr_id AND p.source_sha = h.source_sha
      ORDER BY p.approved_at, p.approved_by) AS approved_by) a;
COMMENT ON VIEW pggit_v0.merge_requests IS 'merge requests, as they stand';
COMMENT ON COLUMN pggit_v0.merge_requests.mr_id IS 'tells requests apart';
COMMENT ON COLUMN pggit_v0.merge_requests.title IS 'what it is, in a line';
COMMENT ON COLUMN pggit_v0.merge_requests.description IS 'why, at length';
COMMENT ON COLUMN pggit_v0.merge_requests.source_branch IS 'the branch to be merged';
COMMENT ON COLUMN pggit_v0.merge_requests.target_branch IS 'the branch to merge into';
COMMENT ON COLUMN pggit_v0.merge_requests.status IS 'open, approved as the source is now, merged or closed';
COMMENT ON COLUMN pggit_v0.merge_requests.created_by IS 'session user who asked for it';
COMMENT ON COLUMN pggit_v0.merge_requests.created_at IS 'when';
COMMENT ON COLUMN pggit_v0.merge_requests.reviewer IS 'the role whose approval it takes; null for that of anybody else';
COMMENT ON COLUMN pggit_v0.merge_requests.source_sha IS 'where the source is, or was when it ended; null when it is gone';
COMMENT ON COLUMN pggit_v0.merge_requests.target_sha IS 'where the target is, or was when it ended; null when it is gone';
COMMENT ON COLUMN pggit_v0.merge_requests.approved_by IS 'session users who approved of that';
COMMENT ON COLUMN pggit_v0.merge_requests.merge_commit_sha IS 'the commit that came of it';
COMMENT ON COLUMN pggit_v0.merge_requests.ended_by IS 'session user who merged or closed it';
COMMENT ON COLUMN pggit_v0.merge_requests.ended_at IS 'when';
GRANT SELECT ON pggit_v0.merge_requests TO PUBLIC;

-- What a merge of two revisions would do to the second: definitions, statements with their costs, what breaks.
CREATE FUNCTION pggit_v0.preview_merge(
  p_source text, p_target text, OUT conflicts text[], OUT breaks text[], OUT plan text, OUT diff text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_preview_merge'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE ROWS 1 COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.preview_merge(text, text) IS 'what a merge would do: definitions, statements, conflicts, what breaks';

-- Asks that a branch be merged into another.
CREATE FUNCTION pggit_v0.create_merge_request(
  p_source_branch text, p_target_branch text, p_title text, p_description text DEFAULT NULL, p_reviewer text DEFAULT NULL,
  OUT mr_id uuid, OUT status text, OUT conflicts boolean)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_create_merge_request'
LANGUAGE C VOLATILE PARALLEL UNSAFE ROWS 1 COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.create_merge_request(text, text, text, text, text) IS 'asks that a branch be merged into another';
REVOKE ALL ON FUNCTION pggit_v0.create_merge_request(text, text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit_v0.create_merge_request(text, text, text, text, text) TO pg_database_owner;

-- Approves a request as its source is now, or at p_head and nowhere else. Nobody approves what is their own.
CREATE FUNCTION pggit_v0.approve_merge_request(
  p_mr_id uuid, p_approved_by text DEFAULT NULL, p_notes text DEFAULT NULL, p_head text DEFAULT NULL)
RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_approve_merge_request'
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 1000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.approve_merge_request(uuid, text, text, text) IS 'approves a merge request as its source is now';
REVOKE ALL ON FUNCTION pggit_v0.approve_merge_request(uuid, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit_v0.approve_merge_request(uuid, text, text, text) TO pg_database_owner;

-- Merges a request, always with a commit that names it. Conflicts are an answer and change nothing.
CREATE FUNCTION pggit_v0.merge_merge_request(
  p_mr_id uuid, OUT merge_commit_sha text, OUT conflicts boolean, OUT conflict_objects text[], OUT status text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_merge_merge_request'
LANGUAGE C VOLATILE PARALLEL UNSAFE ROWS 1 COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.merge_merge_request(uuid) IS 'merges a request';
REVOKE ALL ON FUNCTION pggit_v0.merge_merge_request(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit_v0.merge_merge_request(uuid) TO pg_database_owner;

-- Says something about a request.
CREATE FUNCTION pggit_v0.comment_merge_request(p_mr_id uuid, p_body text)
RETURNS uuid
AS 'MODULE_PATHNAME', 'pggit_comment_merge_request'
LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.comment_merge_request(uuid, text) IS 'says something about a merge request and gives the comment''s id';
REVOKE ALL ON FUNCTION pggit_v0.comment_merge_request(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit_v0.comment_merge_request(uuid, text) TO pg_database_owner;

-- Closes a request that is not to be merged.
CREATE FUNCTION pggit_v0.close_merge_request(p_mr_id uuid)
RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_close_merge_request'
LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.close_merge_request(uuid) IS 'closes a merge request that is not to be merged';
REVOKE ALL ON FUNCTION pggit_v0.close_merge_request(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit_v0.close_merge_request(uuid) TO pg_database_owner;

-- Opens a closed request again. What was approved is approved, as long as the source is there.
CREATE FUNCTION pggit_v0.reopen_merge_request(p_mr_id uuid)
RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_reopen_merge_request'
LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.reopen_merge_request(uuid) IS 'opens a closed merge request again';
REVOKE ALL ON FUNCTION pggit_v0.reopen_merge_request(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit_v0.reopen_merge_request(uuid) TO pg_database_owner;

-- Requests, the latest first; of one status, or all.
CREATE FUNCTION pggit_v0.list_merge_requests(
  p_status text DEFAULT NULL, OUT mr_id uuid, OUT title text, OUT source_branch text, OUT target_branch text, OUT status text,
  OUT created_by text, OUT created_at timestamptz, OUT reviewer text)
RETURNS SETOF record
LANGUAGE SQL STABLE PARALLEL UNSAFE ROWS 10 SET search_path = pg_catalog, pg_temp AS $$
  SELECT r.mr_id, r.title, r.source_branch, r.target_branch, r.status, r.created_by, r.created_at, r.reviewer
  FROM pggit_v0.merge_requests r
  WHERE p_status IS NULL OR r.status = p_status
  ORDER BY r.created_at DESC, r.mr_id
$$;
COMMENT ON FUNCTION pggit_v0.list_merge_requests(text) IS 'merge requests, the latest first';

-- A request with what it would do, or did: definitions, statements with their costs, conflicts, what breaks.
CREATE FUNCTION pggit_v0.show_merge_request(
  p_mr_id uuid, OUT mr_id uuid, OUT title text, OUT description text, OUT source_branch text, OUT target_branch text,
  OUT status text, OUT created_by text, OUT created_at timestamptz, OUT reviewer text, OUT source_sha text, OUT target_sha text,
  OUT approved_by text[], OUT merge_commit_sha text, OUT conflicts text[], OUT breaks text[], OUT plan text, OUT diff text)
RETURNS SETOF record
LANGUAGE SQL STABLE PARALLEL UNSAFE ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
  SELECT r.mr_id, r.title, r.description, r.source_branch, r.target_branch, r.status, r.created_by, r.created_at, r.reviewer,
    r.source_sha::text, r.target_sha::text, r.approved_by, r.merge_commit_sha::text, m.conflicts, m.breaks, m.plan, m.diff
  FROM pggit_v0.merge_requests r
  LEFT JOIN LATERAL pggit_v0.preview_merge(r.source_sha::text, r.target_sha::text) m ON true
  WHERE r.mr_id = p_mr_id
$$;
COMMENT ON FUNCTION pggit_v0.show_merge_request(uuid) IS 'a merge request, and what it would do';
