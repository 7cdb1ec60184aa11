-- What is left out of the schema.

-- Files of the next commit that are no object's definition.
CREATE TABLE pggit_v0.working_files (
  path text COLLATE "C" NOT NULL,
  content text NOT NULL,
  CONSTRAINT working_files_pkey PRIMARY KEY (path)
);
COMMENT ON TABLE pggit_v0.working_files IS 'files of the next commit that are no object''s definition';
COMMENT ON COLUMN pggit_v0.working_files.path IS 'where it lies in the tree: .pggit/ignore';
COMMENT ON COLUMN pggit_v0.working_files.content IS 'the file; empty when there is to be none';
GRANT SELECT ON pggit_v0.working_files TO PUBLIC;
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.working_files', '');

-- Adds a pattern to .pggit/ignore, or removes it, and gives the patterns that there are. It is part of the next commit.
CREATE FUNCTION pggit.ignore(pattern text DEFAULT NULL, remove boolean DEFAULT false)
RETURNS SETOF text
AS 'MODULE_PATHNAME', 'pggit_ignore'
LANGUAGE C VOLATILE PARALLEL UNSAFE ROWS 10 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.ignore(text, boolean) IS 'leaves out what matches a pattern, and lists the patterns';
REVOKE ALL ON FUNCTION pggit.ignore(text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.ignore(text, boolean) TO pg_database_owner;
