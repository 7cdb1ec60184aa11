-- reset, restore, undo, revert, cherry_pick and merge: the live schema turned into that of a commit.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
SELECT pggit.reset();
\echo :SQLSTATE
CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL);
INSERT INTO users VALUES (1, 'ann@example.com');
CREATE VIEW emails AS SELECT u.id, u.email FROM users u, users w; -- all majors print columns alike then
COMMENT ON VIEW emails IS 'who reads this';
CREATE FUNCTION greet(who text) RETURNS text LANGUAGE sql AS $$ SELECT 'hello ' || who $$;
SELECT pggit.init();
SELECT pggit.undo();
\echo :SQLSTATE
CREATE VIEW subjects AS SELECT split_part(message, E'\n', 1) AS subject FROM pggit.log();
CREATE VIEW changes AS SELECT object_path, change_type FROM pggit.status() WHERE object_path !~ 'subjects|changes';
SELECT length(pggit.commit('views of this test'));

-- A branch moves and the schema stays; both move; rows stay.
ALTER TABLE users ADD bio text, ADD CONSTRAINT email_is_one CHECK (email LIKE '%@%');
CREATE INDEX users_email ON users (email);
SELECT length(pggit.commit('bio'));
SELECT length(pggit.reset('HEAD~1'));
SELECT * FROM changes;
SELECT * FROM subjects;
SELECT length(pggit.commit('bio again'));
SELECT length(pggit.reset('HEAD~1', hard => true));
\d users
SELECT * FROM changes;
SELECT * FROM users;
SELECT ref_name, reason FROM pggit_v0.reflog ORDER BY movement DESC LIMIT 1;

-- The last movement is taken back, and that too.
SELECT length(pggit.undo());
\d users
SELECT * FROM subjects;
SELECT * FROM changes;
SELECT length(pggit.undo());
SELECT length(pggit.undo());
SELECT * FROM subjects;

-- What is not committed is in the way of undo, and thrown away by a hard reset only.
CREATE TABLE junk (i int);
SELECT pggit.undo();
\echo :SQLSTATE
SELECT length(pggit.reset(hard => true));
SELECT to_regclass('junk') IS NULL AS gone;

-- Rows and values go only when that is allowed, or by a hard reset, with a warning.
UPDATE users SET bio = 'a bee keeper';
SELECT pggit.revert('HEAD');
\echo :SQLSTATE
SELECT bio FROM users;
BEGIN;
SET LOCAL pggit.allow_data_loss = on;
SELECT length(pggit.revert('HEAD'));
SELECT * FROM users;
ROLLBACK;
BEGIN;
SELECT length(pggit.reset('HEAD~1', hard => true));
ROLLBACK;
UPDATE users SET bio = NULL;
SELECT length(pggit.revert());
SELECT * FROM subjects;
SELECT * FROM changes;
SELECT pggit.revert('HEAD~3');
\echo :SQLSTATE
SELECT object_path, change_type FROM pggit.diff('HEAD', 'HEAD~2');

-- One object.
DROP VIEW emails;
CREATE OR REPLACE FUNCTION greet(who text) RETURNS text LANGUAGE sql AS $$ SELECT 'bye ' || who $$;
SELECT pggit.restore('emails');
SELECT obj_description('emails'::regclass);
SELECT * FROM changes;
SELECT pggit.restore('greet(text)');
SELECT * FROM changes;
SELECT pggit.restore('users', 'HEAD~1');
SELECT * FROM changes;
SELECT length(pggit.reset(hard => true));
SELECT pggit.restore('nothing');
\echo :SQLSTATE
SELECT pggit.restore('public/tables');
\echo :SQLSTATE
SELECT pggit.restore(NULL);
\echo :SQLSTATE

-- Two lines of work, merged: each part by itself, a view between them rebuilt.
ALTER TABLE users ALTER email TYPE varchar(320), ADD phone text;
\echo :SQLSTATE
DROP VIEW emails;
ALTER TABLE users ALTER email TYPE varchar(320), ADD phone text;
CREATE VIEW emails AS SELECT u.id, u.email FROM users u, users w;
COMMENT ON VIEW emails IS 'who reads this';
SELECT length(pggit.commit('phone'));
SELECT length(pggit_v0.create_branch('feature'));
SELECT pggit_v0.create_branch('short') IS NOT NULL AS made;
BEGIN;
SET LOCAL pggit.allow_data_loss = on;
SELECT length(pggit.reset('HEAD~1', hard => true));
COMMIT;
ALTER TABLE users ADD age int;
COMMENT ON COLUMN users.email IS 'where';
CREATE OR REPLACE FUNCTION greet(who text) RETURNS text LANGUAGE sql AS $$ SELECT 'good day ' || who $$;
SELECT length(pggit.commit('age'));
CREATE TABLE junk (i int);
SELECT * FROM pggit.merge('feature');
\echo :SQLSTATE
DROP TABLE junk;
BEGIN;
SET LOCAL pggit.allow_data_loss = on;
SELECT length(merge_commit_sha), conflicts, conflict_objects, status FROM pggit.merge('feature');
\d users
\d emails
SELECT obj_description('emails'::regclass);
SELECT * FROM users;
SELECT * FROM changes;
SELECT cardinality(parent_shas) AS parents, message FROM pggit.log("limit" => 1);
SELECT status, merge_commit_sha = pggit_v0.rev_parse('HEAD') AS at_head FROM pggit.merge('feature');
SELECT length(pggit.reset('HEAD~1', hard => true));
SELECT length(merge_commit_sha), conflicts, conflict_objects FROM pggit_v0.merge_branch('feature', 'main');
ROLLBACK;

-- A branch without a live schema merges too; a fast-forward moves the live schema.
SELECT status FROM pggit.merge('main', 'feature', 'ours');
SELECT object_path, change_type FROM pggit.diff('main', 'feature');
BEGIN;
SET LOCAL pggit.allow_data_loss = on;
SELECT status FROM pggit.merge('feature');
SELECT * FROM changes;
SELECT attname FROM pg_attribute WHERE attrelid = 'users'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum;
ROLLBACK;

-- Disputes are an answer.
ALTER TABLE users ADD phone int;
SELECT length(pggit.commit('phone as a number'));
SELECT conflicts, conflict_objects, status, merge_commit_sha IS NULL AS no_commit FROM pggit.merge('short');
SELECT pggit.merge_abort();
SELECT * FROM changes;
BEGIN;
SET LOCAL pggit.allow_data_loss = on;
SELECT status FROM pggit.merge('short', strategy => 'theirs');
SELECT atttypid::regtype FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'phone';
ROLLBACK;
SELECT pggit.cherry_pick('short');
SELECT * FROM changes;
SELECT operation, source, path, element, type, ours, theirs FROM pggit.conflicts;
SELECT pggit.cherry_pick('short');
\echo :SQLSTATE
SELECT conflict_objects, status FROM pggit.replay_continue('cherry_pick');
SELECT pggit.replay_abort();
SELECT pggit.cherry_pick('short');
SELECT pggit_v0.resolve_conflict('users', 'target');
SELECT conflict_objects, status FROM pggit.replay_continue();
SELECT pggit.cherry_pick('short');
SELECT status FROM pggit.replay_skip();
BEGIN;
SELECT pggit.cherry_pick('short');
ALTER TABLE users ALTER phone TYPE varchar(20);
SELECT conflict_objects, status FROM pggit.replay_continue();
SELECT message, cardinality(parent_shas) AS parents FROM pggit.log("limit" => 1);
SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'phone';
SELECT * FROM changes;
SELECT pggit.revert('HEAD~2');
SELECT operation, source, path, element, type, ours, theirs FROM pggit.conflicts;
SELECT pggit_v0.resolve_conflict('users', 'target');
SELECT status FROM pggit.replay_continue('revert');
SELECT count(*) FROM pggit.conflicts;
SELECT count(*) FROM pggit_v0.fsck();
ROLLBACK;
SELECT * FROM pggit.merge('short', strategy => 'none');
\echo :SQLSTATE
SELECT * FROM pggit.merge('nothing');
\echo :SQLSTATE
SELECT * FROM pggit.merge('short', 'nothing');
\echo :SQLSTATE
SELECT * FROM pggit.merge(NULL);
\echo :SQLSTATE

-- One commit of another line.
CREATE TABLE picked (i int);
SET pggit.author_name = 'Eve';
SELECT length(pggit.commit('picked'));
RESET pggit.author_name;
SELECT length(pggit_v0.create_branch('pick'));
SELECT length(pggit.reset('HEAD~2', hard => true));
SELECT length(pggit.cherry_pick('pick'));
SELECT author, message, to_regclass('picked') IS NOT NULL AS there FROM pggit.log("limit" => 1);
SELECT pggit.cherry_pick('pick');
\echo :SQLSTATE
SELECT pggit.cherry_pick(NULL);
\echo :SQLSTATE
SELECT * FROM changes;

-- Who may not run the DDL may not run this; nothing is left of what failed.
CREATE ROLE regress_pggit_plain;
SET ROLE regress_pggit_plain;
SELECT pggit.reset('HEAD~1', hard => true);
\echo :SQLSTATE
SELECT pggit.undo();
\echo :SQLSTATE
RESET ROLE;
DROP ROLE regress_pggit_plain;
SELECT count(*) FROM pggit_v0.fsck();

SELECT pggit.deinit();
DROP VIEW subjects, changes;
DROP EXTENSION pggit;
DROP VIEW emails;
DROP TABLE users, picked;
DROP FUNCTION greet;
