-- What is known of the catalogs' pages: with it, a status or a commit looks at what changed and at
-- nothing else. docs/formats/store.md specifies every column. No dump holds these tables: they are
-- of one database's files, and whoever does not find them there reads the whole schema once.

-- The moment at which the live schema was what a tree holds. One row, or none.
CREATE TABLE pggit_v0.verified_state (
  singleton boolean NOT NULL DEFAULT true,
  tree_sha pggit_v0.sha NOT NULL,
  reader text NOT NULL,
  position pg_lsn NOT NULL,
  next_transaction bigint NOT NULL,
  catalogs oid[] NOT NULL,
  files oid[] NOT NULL,
  blocks bigint[] NOT NULL,
  unsettled_catalogs oid[] NOT NULL,
  unsettled_blocks bigint[] NOT NULL,
  CONSTRAINT verified_state_pkey PRIMARY KEY (singleton),
  CONSTRAINT verified_state_is_single CHECK (singleton)
);
COMMENT ON TABLE pggit_v0.verified_state IS 'the moment at which the live schema was what a tree holds';
COMMENT ON COLUMN pggit_v0.verified_state.singleton IS 'always true: the key that keeps the row single';
COMMENT ON COLUMN pggit_v0.verified_state.tree_sha IS 'the tree that the live schema was then';
COMMENT ON COLUMN pggit_v0.verified_state.reader IS 'versions of pggit and the server, cluster and database: for another one this is void';
COMMENT ON COLUMN pggit_v0.verified_state.position IS 'where the write-ahead log ended';
COMMENT ON COLUMN pggit_v0.verified_state.next_transaction IS 'the number of the next transaction';
COMMENT ON COLUMN pggit_v0.verified_state.catalogs IS 'the catalogs that were looked at';
COMMENT ON COLUMN pggit_v0.verified_state.files IS 'for each of them the number of its file';
COMMENT ON COLUMN pggit_v0.verified_state.blocks IS 'for each of them the pages it had';
COMMENT ON COLUMN pggit_v0.verified_state.unsettled_catalogs IS 'catalogs of pages that running transactions had written to';
COMMENT ON COLUMN pggit_v0.verified_state.unsettled_blocks IS 'the numbers of these pages';

-- The rows on each page of a catalog at that moment.
CREATE TABLE pggit_v0.verified_pages (
  catalog oid NOT NULL,
  block bigint NOT NULL,
  rows bytea NOT NULL,
  CONSTRAINT verified_pages_pkey PRIMARY KEY (catalog, block)
);
ALTER TABLE pggit_v0.verified_pages ALTER rows SET STORAGE PLAIN;
COMMENT ON TABLE pggit_v0.verified_pages IS 'the rows on each page of a catalog at the moment of verified_state';
COMMENT ON COLUMN pggit_v0.verified_pages.catalog IS 'the catalog';
COMMENT ON COLUMN pggit_v0.verified_pages.block IS 'the number of the page';
COMMENT ON COLUMN pggit_v0.verified_pages.rows IS 'place, writer and subject of each row';

-- The paths of objects, and the names of roles, at that moment.
CREATE TABLE pggit_v0.verified_names (
  catalog oid NOT NULL,
  object oid NOT NULL,
  name text NOT NULL,
  CONSTRAINT verified_names_pkey PRIMARY KEY (catalog, object)
);
COMMENT ON TABLE pggit_v0.verified_names IS 'paths of objects, and names of roles, at the moment of verified_state';
COMMENT ON COLUMN pggit_v0.verified_names.catalog IS 'the catalog that the object is in';
COMMENT ON COLUMN pggit_v0.verified_names.object IS 'its OID there';
COMMENT ON COLUMN pggit_v0.verified_names.name IS 'its path in the tree; the name of a role';

GRANT SELECT ON pggit_v0.verified_state, pggit_v0.verified_pages, pggit_v0.verified_names TO PUBLIC;
