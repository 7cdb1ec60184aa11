-- The commits of a branch on top of another.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
CREATE TABLE users (id int PRIMARY KEY, email text);
CREATE VIEW subjects AS SELECT split_part(message, E'\n', 1) AS subject, author, cardinality(parent_shas) AS parents FROM pggit.log();
CREATE VIEW changes AS SELECT object_path, change_type FROM pggit.status();
SELECT pggit.init();
SELECT status, rebased_commit_sha = pggit_v0.rev_parse('HEAD') AS at_head FROM pggit.rebase();

-- Two commits on the one line, one of them the same as on the other.
SET pggit.author_name = 'Ann';
ALTER TABLE users ADD phone text;
SELECT length(pggit.commit('phone'));
CREATE INDEX users_email ON users (email);
SELECT length(pggit.commit('index'));
ALTER TABLE users ADD age int;
SELECT length(pggit.commit('age'));
SELECT length(pggit_v0.create_branch('theirs'));
SELECT length(pggit.reset('HEAD~3', hard => true));
SET pggit.author_name = 'Bob';
CREATE INDEX users_email ON users (email);
SELECT length(pggit.commit('index too'));
ALTER TABLE users ADD since date;
SELECT length(pggit.commit('since'));
INSERT INTO users VALUES (1, 'ann@example.com', '2026-01-01');
SELECT length(pggit_v0.create_branch('ours'));

-- The branch without a live schema.
SELECT status, conflicts, conflict_objects FROM pggit.rebase('main', 'theirs');
SELECT split_part(message, E'\n', 1) AS subject, author FROM pggit.log('theirs');
SELECT object_path, change_type FROM pggit.diff('main', 'theirs');
SELECT reason FROM pggit_v0.reflog WHERE ref_name = 'refs/heads/theirs' ORDER BY movement DESC LIMIT 1;
SELECT count(*) FROM pggit_v0.fsck();

-- The branch with one: it moves with its rows.
SELECT length(pggit_v0.create_branch('other', 'theirs~1'));
ALTER TABLE users ALTER email TYPE varchar(320);
SELECT length(pggit.commit('longer'));
CREATE TABLE junk (i int);
SELECT status FROM pggit.rebase('other');
\echo :SQLSTATE
DROP TABLE junk;
SELECT status, rebased_commit_sha = pggit_v0.rev_parse('HEAD') AS at_head FROM pggit.rebase('other');
SELECT * FROM subjects;
SELECT * FROM changes;
\d users
SELECT * FROM users;
SELECT status FROM pggit.rebase('other');

-- What does not fit changes nothing.
SELECT length(rebased_commit_sha), conflicts, conflict_objects FROM pggit_v0.rebase_branch('ours', 'main');
ALTER TABLE users ALTER since TYPE timestamptz;
SELECT length(pggit.commit('since when'));
SELECT length(pggit_v0.create_branch('when'));
SELECT length(pggit.reset('HEAD~1', hard => true));
ALTER TABLE users ALTER since TYPE text;
SELECT length(pggit.commit('since, as they say'));
SELECT rebased_commit_sha, conflicts, conflict_objects, status FROM pggit.rebase('main', 'when');
SET pggit.current_branch = 'when';
SELECT pggit.replay_abort('rebase');
RESET pggit.current_branch;
SELECT rebased_commit_sha, conflicts, conflict_objects, status FROM pggit.rebase('when');
SELECT * FROM changes;

SET pggit.allow_data_loss = on;
-- It waits: branch and schema are as they were.
SELECT operation, target, source, path, element, type, base, ours, theirs, resolution FROM pggit.conflicts;
SELECT name FROM pggit_v0.refs WHERE name LIKE 'refs/merge/%';
SELECT message FROM pggit.log("limit" => 1);
SELECT * FROM pggit.rebase('when');
\echo :SQLSTATE
SELECT * FROM pggit.merge('when');
\echo :SQLSTATE
SELECT * FROM pggit.merge_continue();
\echo :SQLSTATE
SELECT pggit.merge_abort();
\echo :SQLSTATE
SELECT * FROM pggit.replay_continue('revert');
\echo :SQLSTATE
SELECT conflict_objects, status FROM pggit.replay_continue();
SELECT pggit_v0.resolve_conflict('users', 'manual_ddl', 'SELECT 1');
\echo :SQLSTATE
SELECT pggit_v0.resolve_conflict('users', 'source');
SELECT resolution FROM pggit.conflicts;
CREATE TABLE junk (i int);
SELECT status FROM pggit.replay_continue('rebase');
\echo :SQLSTATE
DROP TABLE junk;
SELECT conflicts, conflict_objects, status FROM pggit.replay_continue('rebase');
SELECT subject, author, parents FROM subjects LIMIT 3;
SELECT * FROM changes;
SELECT since FROM users;
SELECT count(*) FROM pggit.conflicts;
SELECT count(*) FROM pggit_v0.refs WHERE name LIKE 'refs/merge/%';
SELECT * FROM pggit.replay_continue();
\echo :SQLSTATE
SELECT * FROM pggit.replay_skip();
\echo :SQLSTATE
SELECT pggit.replay_abort();
\echo :SQLSTATE

-- Several commits: each is asked about, one is left out, one is there already, the last is taken.
SELECT length(pggit_v0.create_branch('was', 'main@{1}'));
SELECT length(pggit.reset('was', hard => true));
ALTER TABLE users ADD n int;
SELECT length(pggit.commit('n'));
ALTER TABLE users ALTER since SET NOT NULL;
ALTER TABLE users ALTER since TYPE varchar(40);
SELECT length(pggit.commit('short'));
ALTER TABLE users ADD m int;
SELECT length(pggit.commit('m'));
BEGIN;
SELECT conflict_objects, status FROM pggit.rebase('when');
SELECT pggit_v0.resolve_conflict('users', 'target');
SELECT conflict_objects, status FROM pggit.replay_continue();
SELECT path, element, type, ours, theirs, resolution FROM pggit.conflicts;
SELECT conflict_objects, status FROM pggit.replay_skip();
SELECT subject FROM subjects LIMIT 4;
SELECT * FROM changes;
\d users
SELECT count(*) FROM pggit_v0.fsck();
ROLLBACK;
SELECT status FROM pggit.rebase('when');
SELECT status FROM pggit.replay_skip();
SELECT pggit.replay_abort();
SELECT subject FROM subjects LIMIT 1;

-- What moved meanwhile is begun again.
SELECT status FROM pggit.rebase('when');
SELECT length(pggit.commit('meanwhile', allow_empty => true));
SELECT status FROM pggit.replay_continue();
\echo :SQLSTATE
SELECT pggit.replay_abort();

-- What the server refuses at the end waits until the rows fit.
SELECT length(pggit.reset('was', hard => true));
ALTER TABLE users ADD CONSTRAINT young CHECK (id < 100);
SELECT length(pggit.commit('young'));
SELECT length(pggit_v0.create_branch('young'));
SELECT length(pggit.reset('HEAD~1', hard => true));
ALTER TABLE users ADD city text;
SELECT length(pggit.commit('city'));
UPDATE users SET id = 200;
SELECT conflict_objects, status FROM pggit.rebase('young');
SELECT operation, path, element, type, reason FROM pggit.conflicts;
SELECT conflict_objects, status FROM pggit.replay_continue();
UPDATE users SET id = 20;
SELECT conflict_objects, status FROM pggit.replay_continue();
SELECT subject FROM subjects LIMIT 2;
SELECT * FROM changes;
SELECT count(*) FROM pggit_v0.fsck();
SELECT * FROM pggit.rebase('nothing');
\echo :SQLSTATE
SELECT * FROM pggit.rebase('main', 'nothing');
\echo :SQLSTATE
