-- Garbage collection: what goes, what stays, and who may.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
SELECT * FROM pggit_v0.gc();
\echo :SQLSTATE
CREATE TABLE users (id int);
CREATE TABLE orders (id int);
CREATE TABLE items (id int);
CREATE TABLE bills (id int);
SELECT pggit.init();
SELECT * FROM pggit_v0.gc();
SELECT * FROM pggit.prune();
SHOW pggit.gc_prune_expire;
SHOW pggit.gc_reflog_expire;
SHOW pggit.gc_reflog_expire_unreachable;

-- Two commits that nothing but the reflog names; the next one's trees are stored by theirs.
ALTER TABLE users ADD email text;
SELECT pggit.commit('lost') AS lost \gset
CREATE TABLE more (id int);
SELECT pggit.commit('lost too') AS lost_too \gset
SELECT pggit.reset('HEAD~2') IS NOT NULL AS back;
SET pggit.gc_prune_expire = 'now';
SELECT removed, count FROM pggit_v0.gc(true);
SET pggit.gc_reflog_expire_unreachable = 'now';
SELECT removed, count FROM pggit_v0.gc(true);
SET pggit.gc_prune_expire = '1 hour';
SELECT removed, count FROM pggit_v0.gc(true);
SET pggit.gc_prune_expire = 'never';
SELECT removed, count FROM pggit_v0.gc(true);
SET pggit.gc_prune_expire = 'now';
SELECT * FROM pggit_v0.fsck();
SELECT pggit_v0.rev_parse(:'lost') = :'lost' AS still_there;
-- prune alone keeps what the reflog names.
SELECT * FROM pggit.prune();
SELECT count(*) FROM pggit_v0.reflog;

-- A tree of a kept commit that is stored by one that goes becomes whole.
SELECT pggit_v0.commit_tree(:'lost_too' || '^{tree}', ARRAY['HEAD'], 'kept') AS kept \gset
SELECT pggit_v0.update_ref('refs/heads/kept', :'kept');
SELECT pggit_v0.write_commit_graph(), pggit_v0.rev_list_count('kept'), pggit_v0.rev_list_count('HEAD..kept');
SELECT count(*) > 0 AS stored_by_others FROM pggit_v0.stored_trees WHERE base IS NOT NULL;
SELECT removed, count FROM pggit_v0.gc();
SELECT count(*) FROM pggit_v0.objects WHERE sha = :'lost';
SELECT * FROM pggit_v0.fsck();
SELECT count(*) AS without_base FROM pggit_v0.stored_trees t
WHERE base IS NOT NULL AND NOT EXISTS (SELECT FROM pggit_v0.stored_trees b WHERE b.sha = t.base AND b.depth = t.depth - 1);
SELECT message FROM pggit.log('kept');
SELECT sum(commits) AS packed FROM pggit_v0.packed_graph;
SELECT count(*) FROM pggit_v0.commit_graph;
SELECT * FROM pggit_v0.gc();

-- The reflog goes on counting, and the live schema is still known.
SELECT movement, reason FROM pggit_v0.reflog ORDER BY ref_name, movement;
SELECT object_path, change_type FROM pggit.status();
SELECT pggit.commit('users and more') IS NOT NULL AS committed;
SELECT ref_name, movement, reason FROM pggit_v0.reflog ORDER BY ref_name, movement;
SET pggit.gc_reflog_expire = 'now';
SELECT removed, count FROM pggit_v0.gc();
SELECT * FROM pggit_v0.reflog;
SELECT pggit_v0.rev_parse('main@{1}');
\echo :SQLSTATE
SELECT * FROM pggit_v0.fsck();

-- Tags of their own, and blobs nobody put anywhere.
SELECT pggit.tag('v1', 'HEAD', 'first') IS NOT NULL AS tagged;
SELECT length(pggit_v0.hash_object('stray', 'blob', true));
SELECT object_sha = pggit_v0.hash_object('stray') AS stray, object_type, size FROM pggit.prune(true);
SELECT object_sha = pggit_v0.hash_object('stray') AS stray, object_type, size FROM pggit.prune();
SELECT * FROM pggit.prune();
SELECT type FROM pggit_v0.cat_file('v1');
SELECT pggit_v0.update_ref('refs/tags/v1', NULL);
SELECT removed, count FROM pggit_v0.gc();

-- What a record names stays: the commit that the transaction of some DDL made of it.
BEGIN;
CREATE TABLE recorded (id int);
SELECT pggit.commit('recorded') AS recorded \gset
COMMIT;
SELECT pggit.reset('HEAD~1') IS NOT NULL AS back;
SELECT removed, count FROM pggit_v0.gc();
SELECT pggit_v0.rev_parse(:'recorded') = :'recorded' AS still_there;
SELECT pggit.reset(:'recorded') = :'recorded' AS taken_again;

-- Not under a snapshot that stands still, not by halves.
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT * FROM pggit_v0.gc();
\echo :SQLSTATE
ROLLBACK;
SET pggit.gc_prune_expire = 'tomorrow';
SELECT * FROM pggit_v0.gc();
\echo :SQLSTATE
RESET pggit.gc_prune_expire;
DELETE FROM pggit_v0.stored_objects;
\echo :SQLSTATE

-- Who may.
CREATE ROLE regress_pggit_plain;
SET ROLE regress_pggit_plain;
SELECT * FROM pggit_v0.gc(true);
\echo :SQLSTATE
SELECT * FROM pggit.prune(true);
\echo :SQLSTATE
RESET ROLE;
DROP ROLE regress_pggit_plain;
SELECT pggit.deinit();
