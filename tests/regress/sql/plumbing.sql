-- The store and the plumbing of pggit_v0: used, misused, and called by every role.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;

-- Ids are git's, and need no repository.
SELECT pggit_v0.hash_object('');
SELECT pggit_v0.hash_object('hello' || E'\n'::text::bytea);
SELECT pggit_v0.hash_object('', 'tree');
SELECT pggit_v0.hash_object('x', 'tree');
\echo :SQLSTATE
SELECT pggit_v0.hash_object('x', 'nothing');
\echo :SQLSTATE
SELECT pggit_v0.hash_object('x', 'blob', true);
\echo :SQLSTATE
SELECT pggit_v0.update_ref('refs/heads/x', 'main');
\echo :SQLSTATE

-- A mark without a first commit.
INSERT INTO pggit_v0.repository (layout, format_version, server_major, initialised_by) VALUES ('in_place', 1, 15, 'me');
SELECT * FROM pggit_v0.head;
SELECT pggit_v0.rev_parse('HEAD');
\echo :SQLSTATE

-- Blob, tree, commit, branch.
SET timezone = 'UTC';
SET pggit.author_name = 'Ann <x>';
SET pggit.author_email = 'ann@example.com';
SELECT pggit_v0.hash_object('one', 'blob', true) AS blob \gset
SELECT pggit_v0.hash_object('one', 'blob', true) = :'blob' AS again;
SELECT pggit_v0.hash_object('100644 a.sql'::bytea || '\x00' || :'blob'::pggit_v0.sha::bytea, 'tree', true) AS tree \gset
SELECT pggit_v0.hash_object('100644 a.sql'::bytea || '\x00' || sha256('missing'), 'tree', true);
\echo :SQLSTATE
SELECT pggit_v0.commit_tree(:'tree', '{}', 'first') AS first \gset
SELECT pggit_v0.commit_tree(:'tree', ARRAY[:'first'], 'second') AS second \gset
SELECT pggit_v0.update_ref('refs/heads/main', :'first', '', 'made');
SELECT pggit_v0.update_ref('refs/heads/main', :'second', :'first', 'moved');
SELECT type, size, encode(content, 'escape') AS content FROM pggit_v0.cat_file('main:a.sql');
SELECT mode, type, path FROM pggit_v0.ls_tree();
SELECT path, mode, object_sha = :'blob' AS blob FROM pggit_v0.tree_entries WHERE tree_sha = :'tree';
SELECT size, entries FROM pggit_v0.trees;
SELECT type, count(*) FROM pggit_v0.objects GROUP BY type ORDER BY type;
SELECT sha = :'second' AS second, generation, author, message, parent_shas[1] = :'first' AS parent FROM pggit_v0.commits ORDER BY generation;
SELECT ref_name, commit_sha = :'second' AS second FROM pggit_v0.head;
SELECT pggit_v0.rev_parse('main~1') = :'first' AS first, pggit_v0.rev_parse('main@{1}') = :'first' AS before,
  pggit_v0.rev_parse('main@{now}') = :'second' AS now, pggit_v0.rev_parse(left(:'first', 12)) = :'first' AS prefix;
SELECT pggit_v0.merge_base('main', 'main~1') = :'first' AS base, pggit_v0.is_ancestor('main~1', 'main') AS up, pggit_v0.is_ancestor('main', 'main~1') AS down;
SELECT count(*) FROM pggit_v0.rev_list();
SELECT count(*) FROM pggit_v0.rev_list('main~1..main', p_limit => 5);
SELECT pggit_v0.rev_list(p_limit => -1);
\echo :SQLSTATE
SELECT pggit_v0.rev_list(p_order => 'random');
\echo :SQLSTATE
SELECT pggit_v0.commit_tree(:'tree', '{}', 'alone') AS alone, pggit_v0.hash_object('', 'tree', true) AS empty \gset
SELECT pggit_v0.merge_base('main', :'alone') IS NULL AS none, pggit_v0.merge_bases('main', :'alone') AS of_all;
SELECT path, change_type, old_mode, new_mode FROM pggit_v0.diff_trees('main', :'empty');

-- Names that mean nothing, or too much.
SELECT pggit_v0.rev_parse('nothing');
\echo :SQLSTATE
SELECT pggit_v0.rev_parse('main@{1000}');
\echo :SQLSTATE
SELECT pggit_v0.rev_parse('main@{1 potato}');
\echo :SQLSTATE
SELECT pggit_v0.rev_parse('main@{2026-02-31}');
\echo :SQLSTATE
SELECT pggit_v0.rev_parse('@{-1}');
\echo :SQLSTATE
SELECT pggit_v0.rev_parse('main@{upstream}');
\echo :SQLSTATE
SELECT pggit_v0.rev_parse('main@{one}');
\echo :SQLSTATE
SELECT pggit_v0.merge_base('main', 'main:a.sql');
\echo :SQLSTATE

-- A ref moves from where it is, or not at all. Ids of commits differ in every run.
\set VERBOSITY terse
SELECT pggit_v0.update_ref('refs/heads/main', :'first', :'first');
\echo :SQLSTATE
SELECT pggit_v0.update_ref('refs/heads/main', :'first', '');
\echo :SQLSTATE
SELECT pggit_v0.update_ref('refs/heads/main/x', :'first');
\echo :SQLSTATE
SELECT pggit_v0.update_ref('refs/heads/ma_n', :'first');
SELECT pggit_v0.update_ref('refs/heads/main/x', :'first', :'first');
\echo :SQLSTATE
\set VERBOSITY default
SELECT pggit_v0.update_ref('main', :'first');
\echo :SQLSTATE
SELECT pggit_v0.update_ref('refs/heads/a..b', :'first');
\echo :SQLSTATE
SELECT pggit_v0.update_ref('refs/heads/none', NULL);
\echo :SQLSTATE
SELECT pggit_v0.update_ref(NULL, :'first');
\echo :SQLSTATE
SELECT pggit_v0.update_ref('refs/heads/tree', :'tree');
\echo :SQLSTATE
SELECT pggit_v0.update_ref('refs/heads/ma_n', NULL, :'first', 'gone');
SELECT name, type, target_sha = :'second' AS second, updated_by = session_user AS by_me FROM pggit_v0.refs;
SELECT ref_name, movement, old_sha = :'first' AS from_first, new_sha = :'second' AS to_second, moved_by = session_user AS by_me, reason
FROM pggit_v0.reflog ORDER BY ref_name, movement;

-- What is stored does not change.
UPDATE pggit_v0.stored_objects SET size = 0;
\echo :SQLSTATE
DELETE FROM pggit_v0.stored_trees;
\echo :SQLSTATE
TRUNCATE pggit_v0.commit_graph;
\echo :SQLSTATE
DELETE FROM pggit_v0.reflog;
\echo :SQLSTATE

-- What was changed all the same is found.
SELECT * FROM pggit_v0.fsck();
BEGIN;
ALTER TABLE pggit_v0.stored_objects DISABLE TRIGGER refuse_change;
UPDATE pggit_v0.stored_objects SET body = 'two' WHERE sha = :'blob';
SELECT object = :'blob' AS the_blob, problem LIKE 'its content has the id %' AS told FROM pggit_v0.fsck();
DELETE FROM pggit_v0.stored_objects WHERE sha = :'blob';
SELECT object = :'tree' AS the_tree, problem = format('object "%s" is missing', :'blob') AS told FROM pggit_v0.fsck();
ROLLBACK;

-- A plain role reads and does not write.
CREATE ROLE regress_pggit_plain;
SET ROLE regress_pggit_plain;
SELECT count(*) FROM pggit_v0.objects;
SELECT pggit_v0.rev_parse('main') = :'second' AS readable;
SELECT pggit_v0.hash_object('x', 'blob', true);
\echo :SQLSTATE
SELECT pggit_v0.update_ref('refs/heads/mine', 'main');
\echo :SQLSTATE
SELECT pggit_v0.commit_tree('main', '{}', 'x');
\echo :SQLSTATE
INSERT INTO pggit_v0.stored_objects (sha, type, size, body) VALUES (:'blob', 3, 0, '');
\echo :SQLSTATE
RESET ROLE;

-- The database's owner may, without rights on the tables.
CREATE ROLE regress_pggit_owner;
SELECT current_database() AS here, current_user AS me \gset
ALTER DATABASE :"here" OWNER TO regress_pggit_owner;
SET ROLE regress_pggit_owner;
SELECT pggit_v0.hash_object('x', 'blob', true) IS NOT NULL AS stored;
SELECT pggit_v0.update_ref('refs/tags/v1', 'main');
SELECT acting_as FROM pggit_v0.reflog WHERE ref_name = 'refs/tags/v1';
SELECT current_user;
RESET ROLE;
ALTER DATABASE :"here" OWNER TO :"me";
DROP EXTENSION pggit;
DROP ROLE regress_pggit_plain, regress_pggit_owner;
