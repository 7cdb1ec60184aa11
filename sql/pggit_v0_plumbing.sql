-- Plumbing: each as the git command of that name.

-- The id that a content has as an object of a type. Stores nothing.
CREATE FUNCTION pggit_v0.hash_object(p_content bytea, p_type text DEFAULT 'blob')
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_hash_object'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.hash_object(bytea, text) IS 'the id of a content, checked for its type';

-- The same, and with p_write stores the object. What it names must be stored already.
CREATE FUNCTION pggit_v0.hash_object(p_content bytea, p_type text, p_write boolean)
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_hash_object_write'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.hash_object(bytea, text, boolean) IS 'the id of a content, stored on request';
REVOKE ALL ON FUNCTION pggit_v0.hash_object(bytea, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit_v0.hash_object(bytea, text, boolean) TO pg_database_owner;

-- An object, whatever its type.
CREATE FUNCTION pggit_v0.cat_file(p_object text, OUT type text, OUT size integer, OUT content bytea)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_cat_file'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE ROWS 1 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.cat_file(text) IS 'type, size and content of an object';

-- What lies in a tree; with p_recursive the files below it.
CREATE FUNCTION pggit_v0.ls_tree(
  p_tree text DEFAULT 'HEAD', p_recursive boolean DEFAULT false, OUT mode text, OUT type text, OUT sha text, OUT path text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_ls_tree'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE ROWS 100 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.ls_tree(text, boolean) IS 'the entries of a tree, or all files below it';

-- The id of what a revision names.
CREATE FUNCTION pggit_v0.rev_parse(p_revision text)
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_rev_parse'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.rev_parse(text) IS 'the id of what a revision names';

-- The best common ancestor of two commits; null when there is none.
CREATE FUNCTION pggit_v0.merge_base(p_a text, p_b text)
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_merge_base'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.merge_base(text, text) IS 'the best common ancestor of two commits';

-- All of them, when histories crossed.
CREATE FUNCTION pggit_v0.merge_bases(p_a text, p_b text)
RETURNS text[]
AS 'MODULE_PATHNAME', 'pggit_merge_bases'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.merge_bases(text, text) IS 'all best common ancestors of two commits';

-- Whether the second commit can see the first in its history.
CREATE FUNCTION pggit_v0.is_ancestor(p_ancestor text, p_descendant text)
RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_is_ancestor'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.is_ancestor(text, text) IS 'whether a commit is in the history of another';

-- The commits of a range; p_order is time, date or topo, as git rev-list has them.
CREATE FUNCTION pggit_v0.rev_list(
  p_range text DEFAULT 'HEAD', p_limit integer DEFAULT NULL, p_skip integer DEFAULT 0, p_order text DEFAULT 'time',
  p_first_parent boolean DEFAULT false)
RETURNS SETOF text
AS 'MODULE_PATHNAME', 'pggit_rev_list'
LANGUAGE C STABLE PARALLEL UNSAFE ROWS 100 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.rev_list(text, integer, integer, text, boolean) IS 'the commits of a range, latest first';

-- What differs between two trees, file by file.
CREATE FUNCTION pggit_v0.diff_trees(
  p_a text, p_b text, OUT path text, OUT change_type text, OUT old_mode text, OUT new_mode text, OUT old_sha text, OUT new_sha text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_diff_trees'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE ROWS 100 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.diff_trees(text, text) IS 'the files in which two trees differ';

-- Stores a commit of a tree. Moves no branch.
CREATE FUNCTION pggit_v0.commit_tree(p_tree text, p_parents text[], p_message text)
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_commit_tree'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.commit_tree(text, text[], text) IS 'stores a commit of a tree and gives its id';
REVOKE ALL ON FUNCTION pggit_v0.commit_tree(text, text[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit_v0.commit_tree(text, text[], text) TO pg_database_owner;

-- Moves a ref, or makes it; deletes it when p_new is null. With p_old only if that is where it is:
-- an empty p_old says that it must not exist.
CREATE FUNCTION pggit_v0.update_ref(p_name text, p_new text, p_old text DEFAULT NULL, p_reason text DEFAULT NULL)
RETURNS void
AS 'MODULE_PATHNAME', 'pggit_update_ref'
LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.update_ref(text, text, text, text) IS 'moves a ref by compare-and-swap';
REVOKE ALL ON FUNCTION pggit_v0.update_ref(text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit_v0.update_ref(text, text, text, text) TO pg_database_owner;

-- Reads everything stored and says what is wrong; no row when nothing is.
CREATE FUNCTION pggit_v0.fsck(OUT object text, OUT problem text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_fsck'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE ROWS 1 COST 100000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.fsck() IS 'hashes every object again and follows every link';
