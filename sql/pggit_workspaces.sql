-- Where branches have their schemas. Main has none here: its tables are in the schemas that name them. Nor has a branch
-- that nobody has worked on yet.
CREATE TABLE pggit.workspaces (
  branch text COLLATE "C" NOT NULL,
  logical_schema name NOT NULL,
  physical_schema name NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT workspaces_pkey PRIMARY KEY (branch, logical_schema),
  CONSTRAINT workspaces_physical_schema_key UNIQUE (physical_schema),
  CONSTRAINT workspaces_is_not_mains CHECK (branch <> 'main'),
  CONSTRAINT workspaces_are_apart CHECK (physical_schema LIKE 'pggit\_branch\_%')
);
COMMENT ON TABLE pggit.workspaces IS 'the schemas that hold what branches have';
COMMENT ON COLUMN pggit.workspaces.branch IS 'name of the branch';
COMMENT ON COLUMN pggit.workspaces.logical_schema IS 'the schema, as definitions name it';
COMMENT ON COLUMN pggit.workspaces.physical_schema IS 'the schema that holds what the branch has in it';
COMMENT ON COLUMN pggit.workspaces.created_at IS 'when it was made';
GRANT SELECT ON pggit.workspaces TO PUBLIC;
SELECT pg_catalog.pg_extension_config_dump('pggit.workspaces', '');

-- A branch with schemas of its own that hold all that its parent, a branch or any revision, has in schemas, and with
-- its rows (copy) or without (none). The id of its head.
CREATE FUNCTION pggit.create_branch(name text, parent text DEFAULT 'main', data text DEFAULT 'copy')
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_create_branch_with_data'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.create_branch(text, text, text) IS 'makes a branch with a workspace and gives the id of its head';
REVOKE ALL ON FUNCTION pggit.create_branch(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.create_branch(text, text, text) TO pg_database_owner;

-- Branches: where they are, which is current or protected, and the schemas that hold what they have; none for main.
CREATE FUNCTION pggit.list_branches(
  OUT branch_name text, OUT head_sha text, OUT created_at timestamptz, OUT created_by text, OUT updated_at timestamptz,
  OUT is_current boolean, OUT is_protected boolean, OUT schemas name[])
RETURNS SETOF record
LANGUAGE SQL STABLE STRICT PARALLEL UNSAFE ROWS 10 SET search_path = pg_catalog, pg_temp AS $$
  SELECT substr(r.name, 12), r.target_sha::text, r.created_at, r.created_by, r.updated_at, r.name = h.ref_name,
    EXISTS (SELECT FROM pggit_v0.protections p WHERE p.ref_name = r.name AND p.ended_at IS NULL),
    ARRAY(SELECT w.physical_schema FROM pggit.workspaces w WHERE w.branch = substr(r.name, 12) ORDER BY w.logical_schema)
  FROM pggit_v0.refs r CROSS JOIN pggit_v0.head h
  WHERE r.type = 'branch'
  ORDER BY r.name
$$;
COMMENT ON FUNCTION pggit.list_branches() IS 'branches, where they are, and the schemas that hold them';

-- Gives a branch another name; its schemas stay as they are called. The name.
CREATE FUNCTION pggit.rename_branch(name text, new_name text)
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_rename_branch'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.rename_branch(text, text) IS 'gives a branch another name';
REVOKE ALL ON FUNCTION pggit.rename_branch(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.rename_branch(text, text) TO pg_database_owner;

-- Makes the schemas of a branch again from its head; rows stay in tables that are defined there as in the head.
CREATE FUNCTION pggit.rebuild_branch(name text)
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_rebuild_branch'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.rebuild_branch(text) IS 'makes the schemas of a branch again from its head';
REVOKE ALL ON FUNCTION pggit.rebuild_branch(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.rebuild_branch(text) TO pg_database_owner;

-- Deletes a branch and its schemas; one with commits that the current branch lacks, or uncommitted changes, by force.
CREATE FUNCTION pggit.delete_branch(name text, force boolean DEFAULT false)
RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_delete_branch'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.delete_branch(text, boolean) IS 'deletes a branch and its schemas';
REVOKE ALL ON FUNCTION pggit.delete_branch(text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.delete_branch(text, boolean) TO pg_database_owner;
