-- The developer functions of pggit_v0: used, misused, and called by every role.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
CREATE TABLE users (id int PRIMARY KEY);
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a + 1';
CREATE FUNCTION f(a text) RETURNS text LANGUAGE sql AS 'SELECT a';
SELECT pggit.init();
SELECT clock_timestamp() AS then \gset
SELECT pg_sleep(1.1);
SET pggit.author_name = 'Ann';
ALTER TABLE users ADD email text;
CREATE TABLE orders (id int);
SELECT length(pggit.commit('add email'));
CREATE VIEW users_of_f AS SELECT f(u.id) FROM users u, users w; -- all majors print columns alike then
SELECT length(pggit.commit('add a view'));

-- The schema now, then, and at a revision.
SELECT object_path, object_type, schema_name, object_name, length(definition) > 0 AS defined FROM pggit_v0.get_current_schema();
SELECT count(*) FROM pggit_v0.get_current_schema() c JOIN pggit.schema() s USING (object_path, object_type, object_name, definition);
SELECT object_path FROM pggit.schema('HEAD~2');
SELECT object_path FROM pggit.schema_at(:'then');
SELECT object_path FROM pggit.schema_at('2001-01-01');
\echo :SQLSTATE
SELECT count(*) FROM pggit_v0.tree_objects('HEAD~1');

-- Branches and commits as relations.
SELECT pggit_v0.create_branch('side') IS NOT NULL AS side, pggit_v0.create_branch('below', 'side') IS NOT NULL AS below;
SELECT id, name, parent_branch_id, head_commit_hash = pggit_v0.rev_parse('HEAD') AS at_head, created_by = session_user AS by_me FROM pggit.branches ORDER BY id;
SELECT branch_id, message, author LIKE 'Ann%' AS by_ann, cardinality(parent_hashes) AS parents FROM pggit.commits ORDER BY message;
SELECT pggit_v0.delete_branch('below', true), pggit_v0.delete_branch('side', true);

-- The history of all, and of one.
SELECT author, message, cardinality(parent_shas) AS parents FROM pggit_v0.get_commit_history();
SELECT message FROM pggit_v0.get_commit_history(1, 1);
SELECT change_type, author LIKE 'Ann%' AS by_ann, message FROM pggit_v0.get_object_history('public', 'users');
SELECT change_type, message FROM pggit_v0.get_object_history('public', 'users', 1);
SELECT change_type, message FROM pggit_v0.get_object_history('public', 'f(text)', 'HEAD~1');
SELECT * FROM pggit_v0.get_object_history('public', 'nothing');
\echo :SQLSTATE
SELECT * FROM pggit_v0.get_object_history('public', 'users', -1);
\echo :SQLSTATE

-- Objects, with the commit that had each first.
SELECT schema_name, object_name, object_type, created_by, created_at < :'then' AS before FROM pggit_v0.list_objects();
SELECT object_name, created_at < :'then' AS before FROM pggit_v0.list_objects('HEAD~2');
SELECT * FROM pggit_v0.list_objects('nothing');
\echo :SQLSTATE

-- One object.
SELECT pggit_v0.get_object_definition('public', 'users') AS now, pggit_v0.get_object_definition('public', 'users', 'HEAD~2') AS before;
SELECT pggit_v0.get_object_definition('public', 'f');
\echo :SQLSTATE
SELECT pggit_v0.get_object_definition('public', 'f(integer)', p_object_type => 'FUNCTION');
SELECT pggit_v0.get_object_definition('public', 'users', p_object_type => 'VIEW');
\echo :SQLSTATE
SELECT pggit_v0.get_object_definition(NULL, 'users') IS NULL AS nothing;
SELECT object_type, size = octet_length(pggit_v0.get_object_definition('public', 'users')) AS size, last_modified_at > :'then' AS later, modified_by
FROM pggit_v0.get_object_metadata('public', 'users');

-- Two commits, two branches.
SELECT object_path, change_type, old_definition IS NULL AS was_not, new_definition FROM pggit_v0.diff_commits('HEAD~2', 'HEAD') ORDER BY 1;
SELECT pggit_v0.create_branch('old', 'HEAD~2') = pggit_v0.rev_parse('HEAD~2') AS made;
SELECT pggit_v0.create_branch('same') = pggit_v0.rev_parse('HEAD') AS made;
SELECT branch_name, head_sha = pggit_v0.rev_parse('HEAD') AS at_head, is_current FROM pggit_v0.list_branches();
SELECT object_path, change_type FROM pggit_v0.diff_branches('main', 'old') ORDER BY 1;
SELECT count(*) FROM pggit_v0.diff_branches('main', 'same');
SELECT pggit_v0.create_branch('old');
\echo :SQLSTATE
SELECT pggit_v0.create_branch('a b');
\echo :SQLSTATE
SELECT pggit_v0.create_branch(NULL);
\echo :SQLSTATE
SELECT pggit_v0.create_branch('x', 'nothing');
\echo :SQLSTATE
SELECT pggit_v0.delete_branch('old');
SELECT pggit_v0.delete_branch('old');
\echo :SQLSTATE
SELECT pggit_v0.delete_branch('main');
\echo :SQLSTATE
SELECT pggit_v0.commit_tree('HEAD', ARRAY['HEAD'], 'apart') AS apart \gset
SELECT pggit_v0.create_branch('apart', :'apart') = :'apart' AS made;
SELECT pggit_v0.delete_branch('apart');
\echo :SQLSTATE
SELECT pggit_v0.delete_branch('apart', true);
SELECT ref_name, reason FROM pggit_v0.reflog WHERE ref_name = 'refs/heads/old' ORDER BY movement;

-- A plain role reads.
CREATE ROLE regress_pggit_plain;
SET ROLE regress_pggit_plain;
SELECT count(*) FROM pggit_v0.get_current_schema();
SELECT count(*) FROM pggit_v0.get_commit_history();
SELECT pggit_v0.create_branch('mine');
\echo :SQLSTATE
SELECT pggit_v0.delete_branch('same');
\echo :SQLSTATE
RESET ROLE;
DROP ROLE regress_pggit_plain;

DROP EXTENSION pggit CASCADE;
DROP VIEW users_of_f;
DROP TABLE users, orders;
DROP FUNCTION f(int), f(text);
