-- What developers ask of the history.

-- The objects of a revision, without their definitions.
CREATE FUNCTION pggit_v0.tree_objects(
  p_revision text DEFAULT NULL, OUT object_path text, OUT object_type text, OUT schema_name text, OUT object_name text,
  OUT object_sha pggit_v0.sha)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_tree_objects'
LANGUAGE C STABLE PARALLEL UNSAFE ROWS 1000 COST 1000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.tree_objects(text) IS 'the objects of a revision, with the ids of their definitions';

-- The schema as a revision has it.
CREATE FUNCTION pggit.schema(
  revision text, OUT object_path text, OUT object_type text, OUT schema_name text, OUT object_name text, OUT definition text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_schema_of'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE ROWS 1000 COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.schema(text) IS 'the schema as a revision has it: one row an object';

-- The schema as the current branch had it at a time.
CREATE FUNCTION pggit.schema_at(
  at timestamptz, OUT object_path text, OUT object_type text, OUT schema_name text, OUT object_name text, OUT definition text)
RETURNS SETOF record
LANGUAGE SQL STABLE STRICT PARALLEL UNSAFE ROWS 1000 SET search_path = pg_catalog, pg_temp AS $$
  SELECT * FROM pggit.schema('HEAD@{' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || '+00}')
$$;
COMMENT ON FUNCTION pggit.schema_at(timestamptz) IS 'the schema as the current branch had it at a time';

-- The schema at HEAD.
CREATE FUNCTION pggit_v0.get_current_schema(
  OUT object_path text, OUT object_type text, OUT schema_name text, OUT object_name text, OUT definition text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_get_current_schema'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE ROWS 1000 COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.get_current_schema() IS 'the schema at HEAD: one row an object';

-- The objects of a commit, with the first commit that had each.
CREATE FUNCTION pggit_v0.list_objects(
  p_commit_sha text DEFAULT NULL,
  OUT schema_name text, OUT object_name text, OUT object_type text, OUT created_at timestamptz, OUT created_by text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_list_objects'
LANGUAGE C STABLE PARALLEL UNSAFE ROWS 1000 COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.list_objects(text) IS 'objects of a commit, with the first commit that had each';

-- The commits of HEAD, latest first.
CREATE FUNCTION pggit_v0.get_commit_history(
  p_limit integer DEFAULT 20, p_offset integer DEFAULT 0,
  OUT commit_sha text, OUT author text, OUT message text, OUT committed_at timestamptz, OUT parent_shas text[])
RETURNS SETOF record
LANGUAGE SQL STABLE PARALLEL UNSAFE ROWS 20 SET search_path = pg_catalog, pg_temp AS $$
  SELECT r.sha, g.author, g.message, g.committed_at, g.parent_shas::text[]
  FROM pggit_v0.rev_list('HEAD', p_limit, p_offset) WITH ORDINALITY AS r (sha, position)
  JOIN pggit_v0.commit_graph g ON g.commit_sha = r.sha
  ORDER BY r.position
$$;
COMMENT ON FUNCTION pggit_v0.get_commit_history(integer, integer) IS 'commits of HEAD, latest first';

-- The commits that changed an object, latest first.
CREATE FUNCTION pggit_v0.get_object_history(
  p_schema_name text, p_object_name text, p_commit_sha text DEFAULT NULL, p_object_type text DEFAULT NULL,
  p_limit integer DEFAULT 10,
  OUT commit_sha text, OUT change_type text, OUT author text, OUT committed_at timestamptz, OUT message text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_get_object_history'
LANGUAGE C STABLE PARALLEL UNSAFE ROWS 10 COST 1000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.get_object_history(text, text, text, text, integer) IS 'commits that changed an object, latest first';

-- The same for HEAD, the third argument being how many.
CREATE FUNCTION pggit_v0.get_object_history(
  p_schema_name text, p_object_name text, p_limit integer,
  OUT commit_sha text, OUT change_type text, OUT author text, OUT committed_at timestamptz, OUT message text)
RETURNS SETOF record
LANGUAGE SQL STABLE PARALLEL UNSAFE ROWS 10 SET search_path = pg_catalog, pg_temp AS $$
  SELECT * FROM pggit_v0.get_object_history(p_schema_name, p_object_name, NULL, NULL, p_limit)
$$;
COMMENT ON FUNCTION pggit_v0.get_object_history(text, text, integer) IS 'commits of HEAD that changed an object, latest first';

-- The definitions in which two commits differ.
CREATE FUNCTION pggit_v0.diff_commits(
  p_old_commit_sha text, p_new_commit_sha text,
  OUT object_path text, OUT change_type text, OUT old_definition text, OUT new_definition text)
RETURNS SETOF record
LANGUAGE SQL STABLE STRICT PARALLEL UNSAFE ROWS 10 SET search_path = pg_catalog, pg_temp AS $$
  SELECT d.path, d.change_type, convert_from(a.body, 'UTF8'), convert_from(b.body, 'UTF8')
  FROM pggit_v0.diff_trees(p_old_commit_sha, p_new_commit_sha) d
  LEFT JOIN pggit_v0.stored_objects a ON a.sha = d.old_sha
  LEFT JOIN pggit_v0.stored_objects b ON b.sha = d.new_sha
$$;
COMMENT ON FUNCTION pggit_v0.diff_commits(text, text) IS 'definitions in which two commits differ';

-- The definitions in which two branches differ.
CREATE FUNCTION pggit_v0.diff_branches(
  p_branch_name1 text, p_branch_name2 text,
  OUT object_path text, OUT change_type text, OUT branch1_definition text, OUT branch2_definition text)
RETURNS SETOF record
LANGUAGE SQL STABLE STRICT PARALLEL UNSAFE ROWS 10 SET search_path = pg_catalog, pg_temp AS $$
  SELECT * FROM pggit_v0.diff_commits('refs/heads/' || p_branch_name1, 'refs/heads/' || p_branch_name2)
$$;
COMMENT ON FUNCTION pggit_v0.diff_branches(text, text) IS 'definitions in which two branches differ';

-- The definition of an object at a commit.
CREATE FUNCTION pggit_v0.get_object_definition(
  p_schema_name text, p_object_name text, p_commit_sha text DEFAULT NULL, p_object_type text DEFAULT NULL)
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_get_object_definition'
LANGUAGE C STABLE PARALLEL UNSAFE COST 1000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.get_object_definition(text, text, text, text) IS 'definition of an object at a commit';

-- What kind an object is, how large its definition, who changed it last.
CREATE FUNCTION pggit_v0.get_object_metadata(
  p_schema_name text, p_object_name text, p_commit_sha text DEFAULT NULL, p_object_type text DEFAULT NULL,
  OUT object_type text, OUT size integer, OUT last_modified_at timestamptz, OUT modified_by text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_get_object_metadata'
LANGUAGE C STABLE PARALLEL UNSAFE ROWS 1 COST 1000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.get_object_metadata(text, text, text, text) IS 'kind and size of an object, and who changed it last';

-- A branch: a name for a commit, without a working state.
CREATE FUNCTION pggit_v0.create_branch(p_branch_name text, p_from_commit_sha text DEFAULT NULL)
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_create_branch'
LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.create_branch(text, text) IS 'makes a branch and gives the id of its head';
REVOKE ALL ON FUNCTION pggit_v0.create_branch(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit_v0.create_branch(text, text) TO pg_database_owner;

-- Branches, and where they are.
CREATE FUNCTION pggit_v0.list_branches(
  OUT branch_name text, OUT head_sha text, OUT created_at timestamptz, OUT created_by text, OUT updated_at timestamptz,
  OUT is_current boolean)
RETURNS SETOF record
LANGUAGE SQL STABLE STRICT PARALLEL UNSAFE ROWS 10 SET search_path = pg_catalog, pg_temp AS $$
  SELECT substr(r.name, 12), r.target_sha::text, r.created_at, r.created_by, r.updated_at, r.name = h.ref_name
  FROM pggit_v0.refs r CROSS JOIN pggit_v0.head h
  WHERE r.type = 'branch'
  ORDER BY r.name
$$;
COMMENT ON FUNCTION pggit_v0.list_branches() IS 'branches, where they are, and which is current';

-- Deletes a branch; one whose commits the current branch lacks only by force.
CREATE FUNCTION pggit_v0.delete_branch(p_branch_name text, p_force boolean DEFAULT false)
RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_delete_branch'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.delete_branch(text, boolean) IS 'deletes a branch that is merged, or any by force';
REVOKE ALL ON FUNCTION pggit_v0.delete_branch(text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit_v0.delete_branch(text, boolean) TO pg_database_owner;
