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
SELECT rebased_commit_sha, conflicts, conflict_objects, status FROM pggit.rebase('when');
SELECT * FROM changes;
SELECT * FROM pggit.rebase('nothing');
\echo :SQLSTATE
SELECT * FROM pggit.rebase('main', 'nothing');
\echo :SQLSTATE
