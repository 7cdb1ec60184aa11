-- Branches that take changes through an approved merge request only.

-- Which branches are, and were, protected.
CREATE TABLE pggit_v0.protections (
  ref_name text COLLATE "C" NOT NULL,
  protected_at timestamptz NOT NULL,
  protected_by text NOT NULL,
  ended_at timestamptz,
  ended_by text,
  CONSTRAINT protections_pkey PRIMARY KEY (ref_name, protected_at),
  CONSTRAINT protections_is_of_a_branch CHECK (ref_name LIKE 'refs/heads/_%'),
  CONSTRAINT protections_ends_by_somebody CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX protections_in_force ON pggit_v0.protections (ref_name) WHERE ended_at IS NULL;
COMMENT ON INDEX pggit_v0.protections_in_force IS 'a branch is protected or it is not';
COMMENT ON TABLE pggit_v0.protections IS 'which branches are protected, and were';
COMMENT ON COLUMN pggit_v0.protections.ref_name IS 'full name of the branch';
COMMENT ON COLUMN pggit_v0.protections.protected_at IS 'since when';
COMMENT ON COLUMN pggit_v0.protections.protected_by IS 'session user who protected it';
COMMENT ON COLUMN pggit_v0.protections.ended_at IS 'until when; null while it is protected';
COMMENT ON COLUMN pggit_v0.protections.ended_by IS 'session user who ended it';
GRANT SELECT ON pggit_v0.protections TO PUBLIC;
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.protections', '');

-- From now on the branch moves by approved merge requests alone. False when it was so already.
CREATE FUNCTION pggit.protect_branch(name text)
RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_protect_branch'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.protect_branch(text) IS 'makes a branch take changes through approved merge requests only';
REVOKE ALL ON FUNCTION pggit.protect_branch(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.protect_branch(text) TO pg_database_owner;

-- Ends that. False when it was not protected.
CREATE FUNCTION pggit.unprotect_branch(name text)
RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_unprotect_branch'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.unprotect_branch(text) IS 'ends the protection of a branch';
REVOKE ALL ON FUNCTION pggit.unprotect_branch(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.unprotect_branch(text) TO pg_database_owner;
