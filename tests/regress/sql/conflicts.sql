-- Conflicts of a merge: kept, decided, continued, aborted, remembered.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
CREATE TABLE users (id int PRIMARY KEY, email text, name text);
CREATE TABLE notes (id int PRIMARY KEY, body text);
CREATE VIEW waiting AS SELECT target, source, path, element, type, base, ours, theirs, resolution, resolved_before
  FROM pggit.conflicts ORDER BY path, element;
CREATE VIEW changes AS SELECT object_path, change_type FROM pggit.status();
SELECT pggit.init();
SELECT * FROM pggit.merge_continue();
\echo :SQLSTATE
SELECT pggit.merge_abort();
\echo :SQLSTATE
SELECT pggit_v0.resolve_conflict('users', 'source');
\echo :SQLSTATE

-- Theirs: another type, a column and a comment; a table goes.
ALTER TABLE users ALTER email TYPE varchar(320), ADD phone text;
COMMENT ON COLUMN users.name IS 'theirs';
DROP TABLE notes;
SELECT length(pggit.commit('theirs'));
SELECT length(pggit_v0.create_branch('theirs'));
SELECT length(pggit.reset('HEAD~1', hard => true));
-- Ours: the same column otherwise, a column of the same name, the table changes.
ALTER TABLE users ALTER email SET NOT NULL, ALTER email TYPE varchar(100), ADD phone int, ADD age int;
ALTER TABLE notes ADD at date;
SELECT length(pggit.commit('ours'));
BEGIN;
SELECT merge_commit_sha, conflicts, conflict_objects, status FROM pggit.merge('theirs');
SELECT * FROM waiting;
SELECT name, target_sha = pggit_v0.rev_parse('theirs') AS source FROM pggit_v0.refs WHERE name LIKE 'refs/merge/%';
SELECT * FROM changes;
SELECT * FROM pggit.merge('theirs');
\echo :SQLSTATE
ROLLBACK;
SELECT status FROM pggit.merge('theirs');

-- Nothing is decided yet.
SELECT * FROM pggit.merge_continue();
SELECT pggit_v0.resolve_conflict('users', 'mine');
\echo :SQLSTATE
SELECT pggit_v0.resolve_conflict('users', 'manual_ddl');
\echo :SQLSTATE
SELECT pggit_v0.resolve_conflict('users', 'source', 'SELECT 1');
\echo :SQLSTATE
SELECT pggit_v0.resolve_conflict('nothing', 'source');
\echo :SQLSTATE
SELECT pggit_v0.resolve_conflict('users#column:id', 'source');
\echo :SQLSTATE
SELECT pggit_v0.resolve_conflict(NULL, 'source');
\echo :SQLSTATE

-- One by a side, one by statements in the caller's search path, one in the live schema itself.
SELECT pggit_v0.resolve_conflict('public/tables/users.sql#column:email', 'source');
SELECT pggit_v0.resolve_conflict('users#column:phone', 'manual_ddl', 'ALTER TABLE users ALTER phone TYPE bigint');
SELECT path, element, resolution FROM waiting;
SELECT conflict_objects, status FROM pggit.merge_continue('all together');
ALTER TABLE notes ALTER at TYPE timestamptz;
SELECT status, cardinality(conflict_objects) AS left FROM pggit.merge_continue('');
\echo :SQLSTATE
SELECT status, cardinality(conflict_objects) AS left, merge_commit_sha = pggit_v0.rev_parse('HEAD') AS at_head
FROM pggit.merge_continue('all together');
\d users
\d notes
SELECT col_description('users'::regclass, 3);
SELECT * FROM changes;
SELECT * FROM waiting;
SELECT cardinality(parent_shas) AS parents, message FROM pggit.log("limit" => 1);
SELECT source, target, strategy, status, result_sha = pggit_v0.rev_parse('HEAD') AS at_head,
  base_sha = pggit_v0.merge_base('HEAD^', 'theirs') AS from_base, ended_at > started_at AS in_order
FROM pggit.merge_history ORDER BY started_at;
SELECT count(*) FROM pggit_v0.refs WHERE name LIKE 'refs/merge/%';
SELECT count(*) FROM pggit_v0.fsck();

-- The same conflict again: what was decided is offered.
SET pggit.allow_data_loss = on;
SELECT length(pggit.reset('HEAD~1', hard => true));
SELECT status FROM pggit.merge('theirs');
SELECT path, element, resolution, resolved_before FROM waiting;
SELECT pggit_v0.delete_branch('main');
\echo :SQLSTATE

-- Given up. What was made in the live schema meanwhile stays.
CREATE TABLE meanwhile (i int);
SELECT pggit.merge_abort();
SELECT * FROM changes;
SELECT * FROM waiting;
SELECT status, result_sha IS NULL AS no_result FROM pggit.merge_history ORDER BY started_at DESC LIMIT 1;
DROP TABLE meanwhile;

-- All of an object for one side, and what only that side has left.
SELECT status FROM pggit.merge('theirs');
SELECT pggit_v0.resolve_conflict('users', 'target');
SELECT pggit_v0.resolve_conflict('notes', 'source');
SELECT status FROM pggit.merge_continue();
\d users
SELECT to_regclass('notes') IS NULL AS gone;
SELECT * FROM changes;

-- What needs something that the other side dropped: no side helps, the schema itself must change.
SELECT length(pggit_v0.create_branch('index'));
ALTER TABLE users DROP age;
SELECT length(pggit.commit('no age'));
SELECT length(pggit_v0.create_branch('no_age'));
SELECT length(pggit.reset('HEAD~1', hard => true));
CREATE INDEX users_age ON users (age);
SELECT length(pggit.commit('index on age'));
SELECT conflict_objects FROM pggit.merge('no_age');
SELECT type, resolution FROM waiting;
SELECT pggit_v0.resolve_conflict('users', 'target');
SELECT conflict_objects, status FROM pggit.merge_continue();
SELECT resolution FROM waiting;
DROP INDEX users_age;
SELECT status FROM pggit.merge_continue();
\d users

-- What merges as definitions, and the server refuses: a view of a function that is another now; rows that do not fit.
SELECT pggit_v0.rev_parse('HEAD') AS here \gset
CREATE FUNCTION half(i int) RETURNS int LANGUAGE sql IMMUTABLE RETURN i / 2;
SELECT length(pggit.commit('half'));
CREATE VIEW halves AS SELECT half(u.id) + 1 AS half FROM users u, users w;
ALTER TABLE users ADD CONSTRAINT short CHECK (length(name) < 4);
SELECT length(pggit.commit('halves, short'));
SELECT length(pggit_v0.create_branch('halves'));
SELECT length(pggit.reset('HEAD~1', hard => true));
DROP FUNCTION half;
CREATE FUNCTION half(i int) RETURNS text LANGUAGE sql IMMUTABLE RETURN (i / 2)::text;
SELECT length(pggit.commit('half as a text'));
INSERT INTO users (id, email, name) VALUES (1, 'x', 'too long');
SELECT conflicts, conflict_objects, status FROM pggit.merge('halves');
SELECT path, element, type, reason FROM pggit.conflicts;
SELECT * FROM changes;
SELECT to_regclass('halves') IS NULL AS untouched;
SELECT conflict_objects, status FROM pggit.merge_continue();
UPDATE users SET name = 'abc';
SELECT conflict_objects, status FROM pggit.merge_continue();
SELECT path, element, type, base IS NULL AS no_base, ours IS NULL AS no_ours, theirs ~ 'half' AS theirs, reason FROM pggit.conflicts;
DROP FUNCTION half;
CREATE FUNCTION half(i int) RETURNS int LANGUAGE sql IMMUTABLE RETURN i / 2;
SELECT status FROM pggit.merge_continue();
SELECT count(*) FROM halves;
SELECT * FROM changes;
SELECT count(*) FROM pggit_v0.fsck();
DELETE FROM users;
SELECT length(pggit.reset(:'here', hard => true));

-- The same for a fast-forward; ended, it is a merge.
ALTER TABLE users ADD CONSTRAINT short CHECK (length(name) < 4);
SELECT length(pggit.commit('short'));
SELECT length(pggit_v0.create_branch('short'));
SELECT length(pggit.reset('HEAD~1', hard => true));
INSERT INTO users (id, email, name) VALUES (1, 'x', 'too long');
SELECT conflict_objects, status FROM pggit.merge('short');
SELECT path, element, reason FROM pggit.conflicts;
SELECT pggit_v0.rev_parse('HEAD') = :'here' AS unmoved;
DELETE FROM users;
SELECT conflict_objects, status FROM pggit.merge_continue();
SELECT source, status, base_sha = :'here' AS from_here FROM pggit.merge_history ORDER BY started_at DESC LIMIT 1;
SELECT length(pggit.reset(:'here', hard => true));

-- A branch without a live schema is decided without statements.
SELECT length(pggit.reset('HEAD~1', hard => true));
SELECT status, conflicts FROM pggit.merge('main', 'index');
SELECT length(pggit_v0.create_branch('side', 'HEAD~2'));
SET pggit.current_branch = 'side';
SELECT status FROM pggit.merge('theirs', 'side');
SELECT pggit_v0.resolve_conflict('users', 'manual_ddl', 'SELECT 1');
\echo :SQLSTATE
SELECT pggit.merge_abort();
RESET pggit.current_branch;

-- Only who owns the database.
CREATE ROLE conflicts_reader;
SET ROLE conflicts_reader;
SELECT pggit.merge_abort();
\echo :SQLSTATE
SELECT pggit_v0.resolve_conflict('users', 'source');
\echo :SQLSTATE
SELECT count(*) FROM pggit.conflicts;
RESET ROLE;
DROP ROLE conflicts_reader;
