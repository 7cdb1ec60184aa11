-- The history as a person works with it.

-- Records the live schema as a commit on the current branch, all of it or the objects that are named.
CREATE FUNCTION pggit.commit(message text, objects text[] DEFAULT NULL, allow_empty boolean DEFAULT false)
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_commit'
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.commit(text, text[], boolean) IS 'records the live schema as a commit and gives its id';
REVOKE ALL ON FUNCTION pggit.commit(text, text[], boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.commit(text, text[], boolean) TO pg_database_owner;

-- What the live schema has and the last commit has not, and the other way round. On a protected branch it is unapproved.
CREATE FUNCTION pggit.status(
  OUT object_path text, OUT object_type text, OUT change_type text, OUT attributed_to text, OUT statement text, OUT approval text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_status'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE ROWS 10 COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.status() IS 'what changed since the last commit';

-- The commits of a range, latest first; with an object those that changed it.
CREATE FUNCTION pggit.log(
  revision text DEFAULT 'HEAD', "limit" integer DEFAULT NULL, object text DEFAULT NULL,
  OUT commit_sha text, OUT author text, OUT authored_at timestamptz, OUT committed_at timestamptz, OUT message text,
  OUT parent_shas text[], OUT refs text[])
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_log'
LANGUAGE C STABLE PARALLEL UNSAFE ROWS 100 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.log(text, integer, text) IS 'commits of a range, latest first';

-- One commit: a row for each object that it changed, against its first parent.
CREATE FUNCTION pggit.show(
  revision text DEFAULT 'HEAD',
  OUT commit_sha text, OUT author text, OUT authored_at timestamptz, OUT message text,
  OUT object_path text, OUT object_type text, OUT change_type text, OUT diff text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_show'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE ROWS 10 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.show(text) IS 'a commit and what it changed';

-- Who last changed each column, constraint, index ... of an object, each line of a body or query.
CREATE FUNCTION pggit.blame(
  object text, revision text DEFAULT 'HEAD',
  OUT element text, OUT line integer, OUT commit_sha text, OUT author text, OUT authored_at timestamptz, OUT message text,
  OUT definition text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_blame'
LANGUAGE C STABLE PARALLEL UNSAFE ROWS 20 COST 1000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.blame(text, text) IS 'who last changed each part of an object';

-- What differs between two revisions, or between one and the live schema.
CREATE FUNCTION pggit.diff(
  "from" text DEFAULT NULL, "to" text DEFAULT NULL, OUT object_path text, OUT change_type text, OUT diff text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_diff'
LANGUAGE C STABLE PARALLEL UNSAFE ROWS 10 COST 10000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.diff(text, text) IS 'definitions that differ; by default of HEAD and the live schema';

-- Names a commit for good; with a message the tag is an object of its own.
CREATE FUNCTION pggit.tag(name text, revision text DEFAULT 'HEAD', message text DEFAULT NULL)
RETURNS text
AS 'MODULE_PATHNAME', 'pggit_tag'
LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.tag(text, text, text) IS 'makes a tag and gives the id it points at';
REVOKE ALL ON FUNCTION pggit.tag(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.tag(text, text, text) TO pg_database_owner;
