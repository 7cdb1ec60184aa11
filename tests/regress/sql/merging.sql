-- What a merge would give: three_way_merge and detect_merge_conflicts.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
SELECT * FROM pggit_v0.detect_merge_conflicts('a', 'b');
\echo :SQLSTATE
CREATE TABLE users (id int PRIMARY KEY, email text);
CREATE FUNCTION greet(who text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  -- politely
  RETURN 'hello ' || who;
END
$$;
SELECT pggit.init();
SELECT pggit_v0.rev_parse('HEAD') AS base \gset

-- What a branch would have: the live schema of the moment, on the first commit.
CREATE PROCEDURE branch_off(name text, base text) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pggit.commit(name, allow_empty => true);
  PERFORM pggit_v0.update_ref('refs/heads/' || name, pggit_v0.commit_tree('HEAD^{tree}', ARRAY[base], name));
END
$$;

-- Two branches that did different things: nothing to decide.
BEGIN;
ALTER TABLE users ADD a int;
COMMENT ON COLUMN users.email IS 'where';
CREATE OR REPLACE FUNCTION greet(who text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  -- kindly
  RETURN 'hello ' || who;
END
$$;
CALL branch_off('left', :'base');
ALTER TABLE users DROP a, ADD b int, ALTER email SET NOT NULL;
COMMENT ON COLUMN users.email IS NULL;
CREATE OR REPLACE FUNCTION greet(who text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  -- politely
  RETURN 'hello, ' || who;
END
$$;
CREATE VIEW v AS SELECT u.* FROM users u, users w; -- all majors print columns alike then
CALL branch_off('right', :'base');
SELECT * FROM pggit_v0.detect_merge_conflicts('left', 'right');
SELECT path, merge_status, merged_content FROM pggit_v0.three_way_merge(:'base', 'left', 'right') WHERE path !~ 'branch_off';
SELECT path, merge_status FROM pggit_v0.three_way_merge(:'base', 'left', 'left') WHERE path !~ 'branch_off';
SELECT path, merge_status FROM pggit_v0.three_way_merge(:'base', :'base', 'left') WHERE path !~ 'branch_off';
SELECT count(*) FROM pggit_v0.three_way_merge('left', 'left', 'left');

-- The tree of the merge, and where they disagree none.
SELECT length(tree_sha), conflicts, conflict_objects FROM pggit_v0.merge_tree('left', 'right');
SELECT tree_sha = pggit_v0.rev_parse('left^{tree}') AS same FROM pggit_v0.merge_tree('left', 'main~1');
SELECT tree_sha = pggit_v0.rev_parse('right^{tree}') AS same FROM pggit_v0.merge_tree('left^{tree}', 'right^{tree}', 'left');

-- The same column made different things of; a view of a column that the other dropped.
DROP VIEW v;
ALTER TABLE users ALTER email TYPE varchar(100);
CALL branch_off('short', :'base');
ALTER TABLE users ALTER email TYPE varchar(200);
CREATE VIEW emails AS SELECT u.email FROM users u, users w;
CALL branch_off('long', :'base');
DROP VIEW emails;
ALTER TABLE users DROP email;
CALL branch_off('none', :'base');
SELECT * FROM pggit_v0.detect_merge_conflicts('short', 'long');
SELECT tree_sha, conflicts, conflict_objects FROM pggit_v0.merge_tree('short', 'long');
SELECT object_path, conflict_type FROM pggit_v0.detect_merge_conflicts('long', 'none');
SELECT object_path, conflict_type FROM pggit_v0.detect_merge_conflicts('none', 'long');
SELECT path, merge_status, base_content IS NULL AS no_base, merged_content IS NULL AS none
FROM pggit_v0.three_way_merge(:'base', 'short', 'long') WHERE path !~ 'branch_off';

-- Nothing was written but what branch_off wrote.
SELECT count(*) AS objects FROM pggit_v0.objects \gset
SELECT count(*) FROM pggit_v0.detect_merge_conflicts('left', 'short');
SELECT length(tree_sha) FROM pggit_v0.merge_tree('left', 'right');
SELECT count(*) - :objects AS more FROM pggit_v0.objects;
ROLLBACK;

SELECT * FROM pggit_v0.detect_merge_conflicts('nothing', 'main');
\echo :SQLSTATE
SELECT * FROM pggit_v0.three_way_merge('HEAD', 'nothing', 'HEAD');
\echo :SQLSTATE
SELECT * FROM pggit_v0.merge_tree('main', NULL);
\echo :SQLSTATE
SELECT length(pggit_v0.update_ref('refs/heads/alone', pggit_v0.commit_tree('HEAD^{tree}', '{}', 'alone'))::text);
SELECT * FROM pggit_v0.merge_tree('main', 'alone');
\echo :SQLSTATE
CREATE ROLE regress_pggit_plain;
SET ROLE regress_pggit_plain;
SELECT count(*) FROM pggit_v0.detect_merge_conflicts('main', 'main');
SELECT conflicts FROM pggit_v0.merge_tree('main', 'main');
RESET ROLE;
DROP ROLE regress_pggit_plain;

DROP PROCEDURE branch_off;
SELECT pggit.deinit();
DROP EXTENSION pggit;
DROP TABLE users;
DROP FUNCTION greet;
