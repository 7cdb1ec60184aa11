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
