-- The commit graph, packed: made of commit_graph, so that walks over long histories need not read its
-- rows. docs/formats/store.md specifies every byte.
CREATE TABLE pggit_v0.packed_graph (
  chunk integer NOT NULL,
  layer integer NOT NULL,
  stamp uuid NOT NULL,
  commits integer NOT NULL,
  first_generation integer NOT NULL,
  first_sha pggit_v0.sha NOT NULL,
  links bytea NOT NULL,
  ids bytea NOT NULL,
  CONSTRAINT packed_graph_pkey PRIMARY KEY (chunk),
  CONSTRAINT packed_graph_chunk_is_in_layer CHECK (layer BETWEEN 0 AND chunk),
  CONSTRAINT packed_graph_is_whole CHECK (commits > 0 AND pg_catalog.octet_length(ids) = 32 * commits)
);
ALTER TABLE pggit_v0.packed_graph ALTER links SET STORAGE EXTERNAL, ALTER ids SET STORAGE EXTERNAL;
COMMENT ON TABLE pggit_v0.packed_graph IS 'the commit graph in few rows, for walks over long histories';
COMMENT ON COLUMN pggit_v0.packed_graph.chunk IS 'numbers of its commits are from 4096 times this on';
COMMENT ON COLUMN pggit_v0.packed_graph.layer IS 'the first chunk of those that were written together';
COMMENT ON COLUMN pggit_v0.packed_graph.stamp IS 'another one whenever it is written';
COMMENT ON COLUMN pggit_v0.packed_graph.commits IS 'how many it has, up to 4096';
COMMENT ON COLUMN pggit_v0.packed_graph.first_generation IS 'generation of its first commit';
COMMENT ON COLUMN pggit_v0.packed_graph.first_sha IS 'id of its first commit';
COMMENT ON COLUMN pggit_v0.packed_graph.links IS 'parents, generation and time of each commit';
COMMENT ON COLUMN pggit_v0.packed_graph.ids IS 'id of each commit';
GRANT SELECT ON pggit_v0.packed_graph TO PUBLIC;
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.packed_graph', '');

-- Packs every commit; says how many. Commits are packed in passing, so this is for after a large import.
CREATE FUNCTION pggit_v0.write_commit_graph()
RETURNS bigint
AS 'MODULE_PATHNAME', 'pggit_write_commit_graph'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE COST 100000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.write_commit_graph() IS 'packs every commit for walks over the history';
REVOKE ALL ON FUNCTION pggit_v0.write_commit_graph() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit_v0.write_commit_graph() TO pg_database_owner;

-- How many commits rev_list would give.
CREATE FUNCTION pggit_v0.rev_list_count(p_revision text DEFAULT 'HEAD', p_first_parent boolean DEFAULT false)
RETURNS bigint
AS 'MODULE_PATHNAME', 'pggit_rev_list_count'
LANGUAGE C STABLE PARALLEL UNSAFE COST 1000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.rev_list_count(text, boolean) IS 'how many commits a range has';
