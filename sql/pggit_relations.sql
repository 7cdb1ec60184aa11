-- Branches and commits as relations.

CREATE VIEW pggit.branches AS
  SELECT r.name AS id, substr(r.name, 12) AS name, p.name AS parent_branch_id, r.target_sha::text AS head_commit_hash,
    r.created_at, r.created_by, r.updated_at, r.updated_by,
    EXISTS (SELECT FROM pggit_v0.protections t WHERE t.ref_name = r.name AND t.ended_at IS NULL) AS is_protected
  FROM pggit_v0.refs r
  LEFT JOIN LATERAL (
    SELECT substring(l.reason FROM '^branch: created from (.*)$') AS made_from
    FROM pggit_v0.reflog l
    WHERE l.ref_name = r.name AND l.old_sha IS NULL
    ORDER BY l.movement DESC
    LIMIT 1) l ON true
  LEFT JOIN pggit_v0.refs p ON p.name = 'refs/heads/' || l.made_from AND p.name <> r.name
  WHERE r.type = 'branch';
COMMENT ON VIEW pggit.branches IS 'every branch';
COMMENT ON COLUMN pggit.branches.id IS 'full name of its ref: refs/heads/main';
COMMENT ON COLUMN pggit.branches.name IS 'name of the branch';
COMMENT ON COLUMN pggit.branches.parent_branch_id IS 'the branch it was made from, where it was made from one that is there and the reflog still tells';
COMMENT ON COLUMN pggit.branches.head_commit_hash IS 'id of its last commit';
COMMENT ON COLUMN pggit.branches.created_at IS 'when it was made';
COMMENT ON COLUMN pggit.branches.created_by IS 'session user who made it';
COMMENT ON COLUMN pggit.branches.updated_at IS 'when it moved last';
COMMENT ON COLUMN pggit.branches.updated_by IS 'session user who moved it last';
COMMENT ON COLUMN pggit.branches.is_protected IS 'whether it takes changes through approved merge requests only';

CREATE VIEW pggit.commits AS
  SELECT g.commit_sha::text AS hash, l.ref_name AS branch_id, g.message, g.author, g.committed_at AS "timestamp", g.authored_at,
    g.parent_shas::text[] AS parent_hashes
  FROM pggit_v0.commit_graph g
  LEFT JOIN LATERAL (
    SELECT r.ref_name
    FROM pggit_v0.reflog r
    WHERE r.new_sha = g.commit_sha AND r.ref_name LIKE 'refs/heads/%'
    ORDER BY r.moved_at
    LIMIT 1) l ON true;
COMMENT ON VIEW pggit.commits IS 'every commit, with the branch that had it first';
COMMENT ON COLUMN pggit.commits.hash IS 'id of the commit';
COMMENT ON COLUMN pggit.commits.branch_id IS 'full name of the branch whose head it was first, as far as the reflog tells';
COMMENT ON COLUMN pggit.commits.message IS 'the whole message';
COMMENT ON COLUMN pggit.commits.author IS 'name and address of who made the change, as claimed';
COMMENT ON COLUMN pggit.commits."timestamp" IS 'when the commit was made';
COMMENT ON COLUMN pggit.commits.authored_at IS 'when the change was made';
COMMENT ON COLUMN pggit.commits.parent_hashes IS 'ids of its parents';

GRANT SELECT ON pggit.branches, pggit.commits TO PUBLIC;
