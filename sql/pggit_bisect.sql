-- The search for the commit that broke something. Each session user has one at a time.

CREATE TABLE pggit_v0.bisects (
  started_by text NOT NULL,
  started_at timestamptz NOT NULL,
  CONSTRAINT bisects_pkey PRIMARY KEY (started_by)
);
COMMENT ON TABLE pggit_v0.bisects IS 'searches for the commit that broke something';
COMMENT ON COLUMN pggit_v0.bisects.started_by IS 'session user whose search it is';
COMMENT ON COLUMN pggit_v0.bisects.started_at IS 'when it began';

-- What was said of commits. No foreign key: pg_restore --jobs loads tables of an extension in any order.
CREATE TABLE pggit_v0.bisect_marks (
  started_by text NOT NULL,
  position integer NOT NULL,
  term text NOT NULL,
  commit_sha pggit_v0.sha NOT NULL,
  marked_at timestamptz NOT NULL,
  CONSTRAINT bisect_marks_pkey PRIMARY KEY (started_by, position),
  CONSTRAINT bisect_marks_term_is_known CHECK (term IN ('good', 'bad', 'skip'))
);
COMMENT ON TABLE pggit_v0.bisect_marks IS 'what was said of commits in searches';
COMMENT ON COLUMN pggit_v0.bisect_marks.started_by IS 'session user whose search it is';
COMMENT ON COLUMN pggit_v0.bisect_marks.position IS 'counts what was said from 1';
COMMENT ON COLUMN pggit_v0.bisect_marks.term IS 'good, bad or skip';
COMMENT ON COLUMN pggit_v0.bisect_marks.commit_sha IS 'the commit';
COMMENT ON COLUMN pggit_v0.bisect_marks.marked_at IS 'when';
GRANT SELECT ON pggit_v0.bisects, pggit_v0.bisect_marks TO PUBLIC;
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.bisects', '');
SELECT pg_catalog.pg_extension_config_dump('pggit_v0.bisect_marks', '');

-- Begins a search; one that was there is forgotten. Says what to test next: waiting, merge_base, testing, found or undecided.
CREATE FUNCTION pggit.bisect_start(
  bad text DEFAULT NULL, good text[] DEFAULT NULL,
  OUT status text, OUT commit_sha text, OUT subject text, OUT remaining integer, OUT steps integer, OUT suspects text[])
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_bisect_start'
LANGUAGE C VOLATILE PARALLEL UNSAFE ROWS 1 COST 1000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.bisect_start(text, text[]) IS 'begins the search for the commit that broke something';
REVOKE ALL ON FUNCTION pggit.bisect_start(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.bisect_start(text, text[]) TO pg_database_owner;

-- Says that a commit, or the one that is tested, has what is looked for not.
CREATE FUNCTION pggit.bisect_good(
  revision text DEFAULT NULL,
  OUT status text, OUT commit_sha text, OUT subject text, OUT remaining integer, OUT steps integer, OUT suspects text[])
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_bisect_good'
LANGUAGE C VOLATILE PARALLEL UNSAFE ROWS 1 COST 1000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.bisect_good(text) IS 'says that a commit is good';
REVOKE ALL ON FUNCTION pggit.bisect_good(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.bisect_good(text) TO pg_database_owner;

-- Says that it has.
CREATE FUNCTION pggit.bisect_bad(
  revision text DEFAULT NULL,
  OUT status text, OUT commit_sha text, OUT subject text, OUT remaining integer, OUT steps integer, OUT suspects text[])
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_bisect_bad'
LANGUAGE C VOLATILE PARALLEL UNSAFE ROWS 1 COST 1000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.bisect_bad(text) IS 'says that a commit is bad';
REVOKE ALL ON FUNCTION pggit.bisect_bad(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.bisect_bad(text) TO pg_database_owner;

-- Says that it cannot be tested.
CREATE FUNCTION pggit.bisect_skip(
  revision text DEFAULT NULL,
  OUT status text, OUT commit_sha text, OUT subject text, OUT remaining integer, OUT steps integer, OUT suspects text[])
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_bisect_skip'
LANGUAGE C VOLATILE PARALLEL UNSAFE ROWS 1 COST 1000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.bisect_skip(text) IS 'says that a commit cannot be tested';
REVOKE ALL ON FUNCTION pggit.bisect_skip(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.bisect_skip(text) TO pg_database_owner;

-- Where the search is.
CREATE FUNCTION pggit.bisect_next(
  OUT status text, OUT commit_sha text, OUT subject text, OUT remaining integer, OUT steps integer, OUT suspects text[])
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_bisect_next'
LANGUAGE C STABLE PARALLEL UNSAFE ROWS 1 COST 1000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.bisect_next() IS 'what the search for the commit that broke something tests next';

-- Ends the search. False when there is none.
CREATE FUNCTION pggit.bisect_reset()
RETURNS boolean
AS 'MODULE_PATHNAME', 'pggit_bisect_reset'
LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit.bisect_reset() IS 'ends the search for the commit that broke something';
REVOKE ALL ON FUNCTION pggit.bisect_reset() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pggit.bisect_reset() TO pg_database_owner;

-- What the search knows, in the order in which it was said.
CREATE FUNCTION pggit.bisect_log(OUT term text, OUT commit_sha text, OUT subject text, OUT marked_at timestamptz)
RETURNS SETOF record
LANGUAGE SQL STABLE PARALLEL UNSAFE ROWS 10 SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.term, m.commit_sha::text, split_part(g.message, E'\n', 1), m.marked_at
  FROM pggit_v0.bisect_marks m JOIN pggit_v0.commit_graph g ON g.commit_sha = m.commit_sha
  WHERE m.started_by = session_user
  ORDER BY m.position
$$;
COMMENT ON FUNCTION pggit.bisect_log() IS 'what was said of commits in the search of the session user';

-- The commit that halves a range, as git rev-list --bisect: how many it reaches, of how many.
CREATE FUNCTION pggit_v0.rev_list_bisect(p_range text, OUT commit_sha text, OUT reaches bigint, OUT total bigint, OUT steps integer)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'pggit_rev_list_bisect'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE ROWS 1 COST 1000 SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION pggit_v0.rev_list_bisect(text) IS 'the commit that halves a range';
