-- The store. docs/formats/store.md specifies every column.

-- Stops what would change an object or the record of one.
CREATE FUNCTION pggit_v0.refuse_change()
RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% of table "%.%" is refused: what is stored does not change', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = '42501', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'Make a new commit instead.';
END
$$;
COMMENT ON FUNCTION pggit_v0.refuse_change() IS 'trigger that keeps stored rows as they are';
REVOKE ALL ON FUNCTION pggit_v0.refuse_change() FROM PUBLIC;

-- Blobs, commits and tags: git's bytes, whole.
CREATE TABLE pggit_v0.stored_objects (
  sha pggit_v0.sha NOT NULL,
  type smallint NOT NULL,
  size integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT pg_catalog.now(),
  body bytea NOT NULL,
  CONSTRAINT stored_objects_pkey PRIMARY KEY (sha),
  CONSTRAINT stored_objects_type_is_known CHECK (type IN (1, 3, 4)),
  CONSTRAINT stored_objects_is_whole CHECK (size = pg_catalog.octet_length(body))
);
COMMENT ON TABLE pggit_v0.stored_objects IS 'blobs, commits and tags as they are stored';
COMMENT ON COLUMN pggit_v0.stored_objects.sha IS 'id: SHA-256 of type, size and content';
COMMENT ON COLUMN pggit_v0.stored_objects.type IS '1 commit, 3 blob, 4 tag';
COMMENT ON COLUMN pggit_v0.stored_objects.size IS 'bytes of the content';
COMMENT ON COLUMN pggit_v0.stored_objects.created_at IS 'when it was first stored here';
COMMENT ON COLUMN pggit_v0.stored_objects.body IS 'the content';

-- Trees: whole, or as the difference from another tree. Hashes do not compress.
CREATE TABLE pggit_v0.stored_trees (
  sha pggit_v0.sha NOT NULL,
  size integer NOT NULL,
  depth smallint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT pg_catalog.now(),
  base pggit_v0.sha,
  body bytea NOT NULL,
  CONSTRAINT stored_trees_pkey PRIMARY KEY (sha),
  CONSTRAINT stored_trees_depth_fits_base CHECK ((base IS NULL AND depth = 0) OR (base IS NOT NULL AND depth > 0)),
  CONSTRAINT stored_trees_is_whole CHECK (base IS NOT NULL OR size = pg_catalog.octet_length(body))
);
ALTER TABLE pggit_v0.stored_trees ALTER body SET STORAGE EXTERNAL;
COMMENT ON TABLE pggit_v0.stored_trees IS 'trees as they are stored';
COMMENT ON COLUMN pggit_v0.stored_trees.sha IS 'id: SHA-256 of type, size and content';
COMMENT ON COLUMN pggit_v0.stored_trees.size IS 'bytes of the content';
COMMENT ON COLUMN pggit_v0.stored_trees.depth IS 'how many differences lie between it and a whole tree';
COMMENT ON COLUMN pggit_v0.stored_trees.created_at IS 'when it was first stored here';
COMMENT ON COLUMN pggit_v0.stored_trees.base IS 'the tree it differs from; null when it is whole';
COMMENT ON COLUMN pggit_v0.stored_trees.body IS 'the content, or the difference from base';

-- Every commit, decoded, with its generation.
CREATE TABLE pggit_v0.commit_graph (
  commit_sha pggit_v0.sha NOT NULL,
  parent_shas pggit_v0.sha[] NOT NULL,
  tree_sha pggit_v0.sha NOT NULL,
  generation integer NOT NULL,
  author text NOT NULL,
  authored_at timestamptz NOT NULL,
  committer text NOT NULL,
  committed_at timestamptz NOT NULL,
  message text NOT NULL,
  CONSTRAINT commit_graph_pkey PRIMARY KEY (commit_sha),
  CONSTRAINT commit_graph_generation_is_positive CHECK (generation > 0)
);
CREATE INDEX commit_graph_by_time ON pggit_v0.commit_graph (committed_at);
COMMENT ON INDEX pggit_v0.commit_graph_by_time IS 'finds what was committed in a span of time';
COMMENT ON TABLE pggit_v0.commit_graph IS 'every commit, decoded, with its place in the history';
COMMENT ON COLUMN pggit_v0.commit_graph.commit_sha IS 'id of the commit';
COMMENT ON COLUMN pggit_v0.commit_graph.parent_shas IS 'ids of its parents, the first being the branch it was made on';
COMMENT ON COLUMN pggit_v0.commit_graph.tree_sha IS 'id of its root tree';
COMMENT ON COLUMN pggit_v0.commit_graph.generation IS '1 without parents, else one more than the greatest of theirs';
COMMENT ON COLUMN pggit_v0.commit_graph.author IS 'name and address of who made the change, as claimed';
COMMENT ON COLUMN pggit_v0.commit_graph.authored_at IS 'when the change was made';
COMMENT ON COLUMN pggit_v0.commit_graph.committer IS 'name and address of who made the commit, as claimed';
COMMENT ON COLUMN pggit_v0.commit_graph.committed_at IS 'when the commit was made';
COMMENT ON COLUMN pggit_v0.commit_graph.message IS 'the whole message';

-- What each commit changed against its first parent: the history by path.
CREATE TABLE pggit_v0.path_changes (
  path text COLLATE "C" NOT NULL,
  commit_sha pggit_v0.sha NOT NULL,
  old_sha pggit_v0.sha,
  new_sha pggit_v0.sha,
  CONSTRAINT path_changes_pkey PRIMARY KEY (path, commit_sha),
  CONSTRAINT path_changes_changes_something CHECK (old_sha IS NOT NULL OR new_sha IS NOT NULL)
);
CREATE INDEX path_changes_by_commit ON pggit_v0.path_changes (commit_sha);
CREATE INDEX path_changes_additions ON pggit_v0.path_changes (path, commit_sha) WHERE old_sha IS NULL;
COMMENT ON INDEX pggit_v0.path_changes_additions IS 'finds what was added, and by which commit';
COMMENT ON INDEX pggit_v0.path_changes_by_commit IS 'finds what a commit changed';
COMMENT ON TABLE pggit_v0.path_changes IS 'what each commit changed, against its first parent';
COMMENT ON COLUMN pggit_v0.path_changes.path IS 'where it lies in the tree';
COMMENT ON COLUMN pggit_v0.path_changes.commit_sha IS 'id of the commit';
COMMENT ON COLUMN pggit_v0.path_changes.old_sha IS 'id of what lay there before; null when it was added';
COMMENT ON COLUMN pggit_v0.path_changes.new_sha IS 'id of what lies there since; null when it was removed';

-- Names for objects. They move by compare-and-swap, and each movement is in the reflog.
CREATE TABLE pggit_v0.refs (
  name text COLLATE "C" NOT NULL,
  target_sha pggit_v0.sha NOT NULL,
  type text NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_by text NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT refs_pkey PRIMARY KEY (name),
  CONSTRAINT refs_name_is_full CHECK (name LIKE 'refs/_%'),
  CONSTRAINT refs_type_is_by_name CHECK (type = CASE
    WHEN name LIKE 'refs/heads/%' THEN 'branch' WHEN name LIKE 'refs/tags/%' THEN 'tag'
    WHEN name LIKE 'refs/remotes/%' THEN 'remote' ELSE 'other' END)
);
COMMENT ON TABLE pggit_v0.refs IS 'branches, tags and other names for objects';
COMMENT ON COLUMN pggit_v0.refs.name IS 'full name: refs/heads/main';
COMMENT ON COLUMN pggit_v0.refs.target_sha IS 'what it points at';
COMMENT ON COLUMN pggit_v0.refs.type IS 'branch, tag, remote or other, by its name';
COMMENT ON COLUMN pggit_v0.refs.created_by IS 'session user who made it';
COMMENT ON COLUMN pggit_v0.refs.created_at IS 'when it was made';
COMMENT ON COLUMN pggit_v0.refs.updated_by IS 'session user who moved it last';
COMMENT ON COLUMN pggit_v0.refs.updated_at IS 'when it moved last';

-- Every movement of every ref.
CREATE TABLE pggit_v0.reflog (
  ref_name text COLLATE "C" NOT NULL,
  movement integer NOT NULL,
  old_sha pggit_v0.sha,
  new_sha pggit_v0.sha,
  moved_by text NOT NULL,
  acting_as text NOT NULL,
  moved_at timestamptz NOT NULL,
  reason text NOT NULL,
  CONSTRAINT reflog_pkey PRIMARY KEY (ref_name, movement),
  CONSTRAINT reflog_movement_is_positive CHECK (movement > 0),
  CONSTRAINT reflog_moves_something CHECK (old_sha IS NOT NULL OR new_sha IS NOT NULL)
);
COMMENT ON TABLE pggit_v0.reflog IS 'every movement of every ref: from, to, who, when, why';
COMMENT ON COLUMN pggit_v0.reflog.ref_name IS 'full name of the ref';
COMMENT ON COLUMN pggit_v0.reflog.movement IS 'counts the movements of this ref from 1';
COMMENT ON COLUMN pggit_v0.reflog.old_sha IS 'where it was; null when it was made';
COMMENT ON COLUMN pggit_v0.reflog.new_sha IS 'where it went; null when it was deleted';
COMMENT ON COLUMN pggit_v0.reflog.moved_by IS 'session user';
COMMENT ON COLUMN pggit_v0.reflog.acting_as IS 'current user';
COMMENT ON COLUMN pggit_v0.reflog.moved_at IS 'when';
COMMENT ON COLUMN pggit_v0.reflog.reason IS 'what moved it, in a few words';

CREATE INDEX reflog_by_target ON pggit_v0.reflog (new_sha);
COMMENT ON INDEX pggit_v0.reflog_by_target IS 'finds which refs were at a commit';

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON pggit_v0.stored_objects
  FOR EACH STATEMENT EXECUTE FUNCTION pggit_v0.refuse_change();
COMMENT ON TRIGGER refuse_change ON pggit_v0.stored_objects IS 'objects do not change';
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON pggit_v0.stored_trees
  FOR EACH STATEMENT EXECUTE FUNCTION pggit_v0.refuse_change();
COMMENT ON TRIGGER refuse_change ON pggit_v0.stored_trees IS 'objects do not change';
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON pggit_v0.commit_graph
  FOR EACH STATEMENT EXECUTE FUNCTION pggit_v0.refuse_change();
COMMENT ON TRIGGER refuse_change ON pggit_v0.commit_graph IS 'commits do not change';
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON pggit_v0.path_changes
  FOR EACH STATEMENT EXECUTE FUNCTION pggit_v0.refuse_change();
COMMENT ON TRIGGER refuse_change ON pggit_v0.path_changes IS 'commits do not change';
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON pggit_v0.reflog
  FOR EACH STATEMENT EXECUTE FUNCTION pggit_v0.refuse_change();
COMMENT ON TRIGGER refuse_change ON pggit_v0.reflog IS 'the record of movements does not change';

GRANT SELECT ON pggit_v0.stored_objects, pggit_v0.stored_trees, pggit_v0.commit_graph, pggit_v0.path_changes, pggit_v0.refs,
  pggit_v0.reflog TO PUBLIC;
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.stored_objects', '');
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.stored_trees', '');
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.commit_graph', '');
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.path_changes', '');
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.refs', '');
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.reflog', '');

-- The content of a tree, differences applied; null when there is no such tree.
CREATE FUNCTION pggit_v0.tree_content(p_sha pggit_v0.sha)
RETURNS bytea
AS 'MODULE_PATHNAME', 'pggit_tree_content'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE COST 100 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.tree_content(pggit_v0.sha) IS 'the content of a tree object';

-- The names in a tree, directories not entered.
CREATE FUNCTION pggit_v0.tree_items(p_sha pggit_v0.sha, OUT path text, OUT mode text, OUT object_sha pggit_v0.sha)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_tree_items'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE ROWS 100 COST 100 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.tree_items(pggit_v0.sha) IS 'the entries of a tree';

CREATE VIEW pggit_v0.objects AS
  SELECT sha, CASE type WHEN 1 THEN 'commit' WHEN 3 THEN 'blob' ELSE 'tag' END AS type, size, body AS content, created_at
  FROM pggit_v0.stored_objects
  UNION ALL
  SELECT sha, 'tree', size, CASE WHEN base IS NULL THEN body ELSE pggit_v0.tree_content(sha) END, created_at
  FROM pggit_v0.stored_trees;
COMMENT ON VIEW pggit_v0.objects IS 'every stored object, as git has it';
COMMENT ON COLUMN pggit_v0.objects.sha IS 'id: SHA-256 of type, size and content';
COMMENT ON COLUMN pggit_v0.objects.type IS 'blob, tree, commit or tag';
COMMENT ON COLUMN pggit_v0.objects.size IS 'bytes of the content';
COMMENT ON COLUMN pggit_v0.objects.content IS 'the content, to the byte';
COMMENT ON COLUMN pggit_v0.objects.created_at IS 'when it was first stored here';

CREATE VIEW pggit_v0.commits AS
  SELECT g.commit_sha AS sha, o.size, g.tree_sha, g.parent_shas, g.generation, g.author, g.authored_at, g.committer,
    g.committed_at, g.message, o.created_at
  FROM pggit_v0.commit_graph g JOIN pggit_v0.stored_objects o ON o.sha = g.commit_sha;
COMMENT ON VIEW pggit_v0.commits IS 'every commit, decoded';
COMMENT ON COLUMN pggit_v0.commits.sha IS 'id of the commit';
COMMENT ON COLUMN pggit_v0.commits.size IS 'bytes of the commit object';
COMMENT ON COLUMN pggit_v0.commits.tree_sha IS 'id of its root tree';
COMMENT ON COLUMN pggit_v0.commits.parent_shas IS 'ids of its parents';
COMMENT ON COLUMN pggit_v0.commits.generation IS '1 without parents, else one more than the greatest of theirs';
COMMENT ON COLUMN pggit_v0.commits.author IS 'name and address of who made the change, as claimed';
COMMENT ON COLUMN pggit_v0.commits.authored_at IS 'when the change was made';
COMMENT ON COLUMN pggit_v0.commits.committer IS 'name and address of who made the commit, as claimed';
COMMENT ON COLUMN pggit_v0.commits.committed_at IS 'when the commit was made';
COMMENT ON COLUMN pggit_v0.commits.message IS 'the whole message';
COMMENT ON COLUMN pggit_v0.commits.created_at IS 'when it was first stored here';

CREATE VIEW pggit_v0.tree_entries AS
  SELECT t.sha AS tree_sha, i.path, i.mode, i.object_sha
  FROM pggit_v0.stored_trees t CROSS JOIN LATERAL pggit_v0.tree_items(t.sha) i;
COMMENT ON VIEW pggit_v0.tree_entries IS 'every entry of every tree';
COMMENT ON COLUMN pggit_v0.tree_entries.tree_sha IS 'id of the tree';
COMMENT ON COLUMN pggit_v0.tree_entries.path IS 'name in the tree';
COMMENT ON COLUMN pggit_v0.tree_entries.mode IS 'octal, as git: 100644 a file, 040000 a directory';
COMMENT ON COLUMN pggit_v0.tree_entries.object_sha IS 'id of what is there';

CREATE VIEW pggit_v0.trees AS
  SELECT t.sha, t.size, e.entries, t.created_at
  FROM pggit_v0.stored_trees t
  CROSS JOIN LATERAL (SELECT pg_catalog.count(*) AS entries FROM pggit_v0.tree_items(t.sha)) e;
COMMENT ON VIEW pggit_v0.trees IS 'every tree, decoded; its entries are in tree_entries';
COMMENT ON COLUMN pggit_v0.trees.sha IS 'id of the tree';
COMMENT ON COLUMN pggit_v0.trees.size IS 'bytes of the tree object';
COMMENT ON COLUMN pggit_v0.trees.entries IS 'how many names are in it';
COMMENT ON COLUMN pggit_v0.trees.created_at IS 'when it was first stored here';

CREATE VIEW pggit_v0.head AS
  SELECT h.ref_name, r.target_sha AS commit_sha
  FROM (SELECT 'refs/heads/' || coalesce(nullif(pg_catalog.current_setting('pggit.current_branch', true), ''), 'main') AS ref_name) h
  LEFT JOIN pggit_v0.refs r ON r.name = h.ref_name;
COMMENT ON VIEW pggit_v0.head IS 'the session''s HEAD';
COMMENT ON COLUMN pggit_v0.head.ref_name IS 'the ref that HEAD stands for';
COMMENT ON COLUMN pggit_v0.head.commit_sha IS 'the commit it points at; null before the first';

GRANT SELECT ON pggit_v0.objects, pggit_v0.commits, pggit_v0.trees, pggit_v0.tree_entries, pggit_v0.head TO PUBLIC;
