-- Changes put aside and taken back: stash, stash_apply, stash_pop, stash_drop, stash_clear, stash_show.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
SELECT pggit.stash();
\echo :SQLSTATE
CREATE TABLE users (id int PRIMARY KEY, email text);
INSERT INTO users VALUES (1, 'ann@example.com');
CREATE VIEW columns AS
  SELECT string_agg(format('%s %s', attname, format_type(atttypid, atttypmod)), ', ' ORDER BY attnum) AS columns
  FROM pg_attribute WHERE attrelid = 'users'::regclass AND attnum > 0 AND NOT attisdropped;
SELECT pggit.init();
SELECT pggit.stash() IS NULL AS nothing;
SELECT * FROM pggit.stashes;
SELECT * FROM pggit.stash_pop();
\echo :SQLSTATE

-- Put aside: the live schema is that of the last commit, the rows stay.
ALTER TABLE users ADD age int, ALTER email SET NOT NULL;
CREATE TABLE notes (id int);
SELECT length(pggit.stash());
TABLE columns;
SELECT count(*) FROM pggit.status();
ALTER TABLE users ADD phone text;
SELECT length(pggit.stash('a phone'));
SELECT name, regexp_replace(message, '[0-9a-f]{12}', 'ID') AS message, created_by = session_user AS mine FROM pggit.stashes;
SELECT object_path, change_type FROM pggit.stash_show();
SELECT object_path, change_type FROM pggit.stash_show('stash@{1}');
SELECT pggit_v0.rev_parse('stash@{1}^') = pggit_v0.rev_parse('HEAD') AS of_head, pggit_v0.rev_parse('stash') = pggit_v0.rev_parse('stash@{0}') AS latest;
SELECT pggit_v0.rev_parse('stash@{2}');
\echo :SQLSTATE
SELECT count(*) FROM pggit_v0.fsck();

-- Applied it stays, popped it goes. What is live meanwhile stays as well.
ALTER TABLE users ADD name text;
SELECT conflicts, conflict_objects, status FROM pggit.stash_apply('1');
TABLE columns;
SELECT conflicts, conflict_objects, status FROM pggit.stash_apply('stash@{1}');
SELECT status, stash_sha = pggit_v0.rev_parse('stash@{0}') AS latest FROM pggit.stash_pop('stash@{1}');
SELECT name, message FROM pggit.stashes;
SELECT conflicts, status FROM pggit.stash_pop();
TABLE columns;
SELECT count(*) FROM pggit.stashes;
SELECT * FROM users;

-- Values would be lost.
UPDATE users SET age = 40;
SELECT pggit.stash();
\echo :SQLSTATE
SELECT count(*) FROM pggit.stashes;
SET pggit.allow_data_loss = on;
SELECT length(pggit.stash('all of it'));
RESET pggit.allow_data_loss;
TABLE columns;

-- The same part made different things of: nothing changes, and the stash is kept.
ALTER TABLE users ADD phone int;
SELECT conflicts, conflict_objects, status FROM pggit.stash_pop();
SELECT name, message FROM pggit.stashes;
TABLE columns;
SELECT pggit.stash_pop(strategy => 'mine');
\echo :SQLSTATE
SELECT conflicts, status FROM pggit.stash_apply(strategy => 'ours');
TABLE columns;
SELECT length(pggit.reset(hard => true));
SELECT length(pggit.commit('nothing', allow_empty => true));

-- It outlives the collector, and what came of the branch.
SET pggit.gc_prune_expire = 'now';
SET pggit.gc_reflog_expire = 'now';
SET pggit.gc_reflog_expire_unreachable = 'now';
SELECT count(*) > 0 AS collected FROM pggit_v0.gc();
SELECT conflicts, status FROM pggit.stash_pop();
TABLE columns;
SELECT count(*) FROM pggit_v0.fsck();

-- A merge of it, when it should be a commit.
SELECT length(pggit.stash('to merge'));
SELECT length(pggit_v0.create_branch('idea', 'stash@{0}'));
SELECT status FROM pggit.merge('idea');
TABLE columns;
SELECT conflicts, status FROM pggit.stash_apply();

-- What there is not, and what it is not.
SELECT pggit.stash_drop('stash@{1}');
\echo :SQLSTATE
SELECT pggit.stash_drop('main');
\echo :SQLSTATE
SELECT pggit.stash_drop('');
\echo :SQLSTATE
SELECT pggit.stash_drop('-1');
\echo :SQLSTATE
SELECT pggit.stash('');
\echo :SQLSTATE
SELECT length(pggit.stash_drop());
ALTER TABLE users ADD a int;
SELECT length(pggit.stash('a'));
ALTER TABLE users ADD b int;
SELECT length(pggit.stash('b'));
SELECT pggit.stash_clear();
SELECT count(*) FROM pggit.stashes;
SELECT count(*) FROM pggit_v0.reflog WHERE ref_name LIKE 'refs/stash/%' AND new_sha IS NULL;

-- Some objects alone. What needs them is in the way.
SELECT count(*) FROM pggit.status();
CREATE TABLE left_there (i int);
CREATE TABLE put_aside (i int);
CREATE VIEW on_it AS SELECT i FROM put_aside;
SELECT length(pggit.stash('no view', ARRAY['put_aside']));
\echo :SQLSTATE
SELECT length(pggit.stash('none', ARRAY['nothing']));
\echo :SQLSTATE
SELECT length(pggit.stash('both', ARRAY['put_aside', 'public.on_it']));
SELECT object_path FROM pggit.status();
SELECT object_path, change_type FROM pggit.stash_show();
SELECT status FROM pggit.stash_pop();
SELECT object_path FROM pggit.status();
DROP VIEW on_it;
DROP TABLE put_aside, left_there;

-- Only where the live schema is the branch's, and not while a merge waits.
SET pggit.current_branch = 'idea';
SELECT pggit.stash();
\echo :SQLSTATE
RESET pggit.current_branch;
ALTER TABLE users ADD x int;
SELECT length(pggit.commit('x int'));
SELECT length(pggit_v0.create_branch('number'));
SELECT length(pggit.reset('HEAD~1', true));
ALTER TABLE users ADD x text;
SELECT length(pggit.commit('x text'));
SELECT status FROM pggit.merge('number');
ALTER TABLE users ALTER x TYPE varchar(9);
SELECT pggit.stash();
\echo :SQLSTATE

-- Who may what.
CREATE ROLE regress_pggit_plain;
SET ROLE regress_pggit_plain;
SELECT pggit.stash();
\echo :SQLSTATE
SELECT pggit.stash_pop();
\echo :SQLSTATE
SELECT pggit.stash_clear();
\echo :SQLSTATE
SELECT count(*) FROM pggit.stashes;
RESET ROLE;
DROP ROLE regress_pggit_plain;
SELECT pggit.deinit();
DROP EXTENSION pggit;
DROP VIEW columns;
DROP TABLE users;
