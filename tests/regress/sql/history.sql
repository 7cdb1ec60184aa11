-- init, commit, status, diff, log, show, tag: used, misused, and called by every role.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
SELECT pggit.commit('too early');
\echo :SQLSTATE
SELECT * FROM pggit.status();
\echo :SQLSTATE
SELECT * FROM pggit.log();
\echo :SQLSTATE

CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL);
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a + 1';
CREATE TABLE "Strange/Name" (x int);
SELECT pggit.init();
SELECT message, parent_shas, refs, author = session_user || ' <>' AS by_me, committed_at BETWEEN now() - interval '1 minute' AND now() + interval '1 minute' AS just_now
FROM pggit.log();
SELECT mode, type, path FROM pggit_v0.ls_tree('HEAD', true);
SELECT encode(content, 'escape') AS definition FROM pggit_v0.cat_file('HEAD:public/tables/users.sql');
SELECT count(*) FROM pggit.schema() s
WHERE s.definition = convert_from((SELECT content FROM pggit_v0.cat_file('HEAD:' || s.object_path)), 'UTF8');
SELECT * FROM pggit.status();
SELECT pggit.commit('nothing');
\echo :SQLSTATE
SELECT length(pggit.commit('nothing on purpose', allow_empty => true));

-- What changed is seen, shown and recorded.
ALTER TABLE users ADD email text;
CREATE VIEW v AS SELECT u.* FROM users u, users w; -- all majors print columns alike with two tables
DROP TABLE "Strange/Name";
SELECT * FROM pggit.status();
SELECT object_path, change_type, diff FROM pggit.diff();
SET pggit.author_name = 'Ann';
SET pggit.author_email = 'ann@example.com';
SELECT length(pggit.commit(E'\n add email  \n\n\nbecause\n'));
SELECT author, message, object_path, object_type, change_type FROM pggit.show();
SELECT object_path, diff = (SELECT diff FROM pggit.diff('HEAD~1', 'HEAD') d WHERE d.object_path = s.object_path) AS as_diff FROM pggit.show() s;
SELECT change_type, object_path FROM pggit.diff('HEAD', 'HEAD~1');
SELECT object_path, diff FROM pggit.show('HEAD~1');
SELECT * FROM pggit.status();

-- Part of it.
ALTER TABLE users ADD age int;
CREATE TABLE other (i int);
CREATE SCHEMA s;
CREATE TABLE s.other (i int);
SELECT pggit.commit('which?', objects => '{other}');
\echo :SQLSTATE
SELECT pggit.commit('none', objects => '{nothing}');
\echo :SQLSTATE
SELECT pggit.commit('none', objects => '{}');
\echo :SQLSTATE
SELECT length(pggit.commit('two of four', objects => '{public.other,s/schema.sql}'));
SELECT object_path, change_type FROM pggit.show();
SELECT object_path, change_type FROM pggit.status();
SELECT length(pggit.commit('the rest'));

-- The log: all of it, some of it, that of an object.
SELECT split_part(message, E'\n', 1) AS subject, author LIKE 'Ann%' AS by_ann, cardinality(parent_shas) AS parents, refs FROM pggit.log();
SELECT split_part(message, E'\n', 1) AS subject FROM pggit.log("limit" => 2);
SELECT split_part(message, E'\n', 1) AS subject FROM pggit.log('HEAD~1');
SELECT split_part(message, E'\n', 1) AS subject FROM pggit.log('HEAD~2..HEAD');
SELECT split_part(message, E'\n', 1) AS subject FROM pggit.log(object => 'users');
SELECT split_part(message, E'\n', 1) AS subject FROM pggit.log(object => 'f(integer)', "limit" => 1);
SELECT split_part(message, E'\n', 1) AS subject FROM pggit.log(object => 'public/tables/%5estrange%2f%5ename.sql');
SELECT * FROM pggit.log(object => 'nothing');
\echo :SQLSTATE
SELECT * FROM pggit.log("limit" => -1);
\echo :SQLSTATE
SELECT * FROM pggit.show('nothing');
\echo :SQLSTATE

-- Blame: who made each part what it is.
SELECT element, line, author LIKE 'Ann%' AS by_ann, split_part(message, E'\n', 1) AS subject, definition FROM pggit.blame('users');
SELECT element, line, split_part(message, E'\n', 1) AS subject, definition FROM pggit.blame('f', 'HEAD~1');
SELECT element, definition FROM pggit.blame('public/tables/users.sql#column:email');
SELECT * FROM pggit.blame('public/tables/users.sql#column:none');
\echo :SQLSTATE
SELECT * FROM pggit.blame('public/tables/none.sql');
\echo :SQLSTATE
SELECT * FROM pggit.blame('none');
\echo :SQLSTATE
SELECT * FROM pggit.blame(NULL);
\echo :SQLSTATE

-- Tags.
SELECT pggit.tag('light', 'HEAD~1') = pggit_v0.rev_parse('HEAD~1') AS light;
SELECT pggit.tag('v1', message => 'first release') AS v1 \gset
SELECT pggit_v0.rev_parse('v1') = :'v1' AS annotated, pggit_v0.rev_parse('v1^{}') = pggit_v0.rev_parse('HEAD') AS of_head;
SELECT type FROM pggit_v0.cat_file('v1');
SELECT pggit.tag('v1');
\echo :SQLSTATE
SELECT pggit.tag('a..b');
\echo :SQLSTATE
SELECT pggit.tag(NULL);
\echo :SQLSTATE
SELECT split_part(message, E'\n', 1) AS subject, refs FROM pggit.log("limit" => 2);

-- Misuse.
SELECT pggit.commit(NULL);
\echo :SQLSTATE
SELECT pggit.commit(E' \n ');
\echo :SQLSTATE
SELECT pggit.commit('x', ARRAY[NULL]);
\echo :SQLSTATE
SET pggit.current_branch = 'elsewhere';
SELECT pggit.commit('x');
\echo :SQLSTATE
RESET pggit.current_branch;
BEGIN READ ONLY;
SELECT pggit.commit('x', allow_empty => true);
\echo :SQLSTATE
ROLLBACK;

-- What rolls back leaves nothing; in one transaction commits follow each other.
SELECT count(*) AS commits FROM pggit.log() \gset
SELECT count(*) AS objects FROM pggit_v0.objects \gset
BEGIN;
CREATE TABLE gone (i int);
SELECT length(pggit.commit('gone'));
ALTER TABLE gone ADD j int;
SELECT length(pggit.commit('gone too'));
SELECT count(*) - :commits AS more FROM pggit.log();
ROLLBACK;
SELECT count(*) - :commits AS more FROM pggit.log();
SELECT count(*) - :objects AS more FROM pggit_v0.objects;
SELECT count(*) FROM pggit_v0.fsck();

-- A history goes on where it was left.
SELECT pggit.deinit();
SELECT pggit.init();
SELECT count(*) - :commits AS more FROM pggit.log();

-- A plain role looks and does not touch; the database's owner does both.
CREATE ROLE regress_pggit_plain;
SET ROLE regress_pggit_plain;
SELECT count(*) = :commits AS all_of_them FROM pggit.log();
SELECT count(*) FROM pggit.status();
SELECT count(*) FROM pggit.show();
SELECT pggit.commit('mine', allow_empty => true);
\echo :SQLSTATE
SELECT pggit.tag('mine');
\echo :SQLSTATE
RESET ROLE;
CREATE ROLE regress_pggit_owner;
SELECT current_database() AS here, current_user AS me \gset
ALTER DATABASE :"here" OWNER TO regress_pggit_owner;
SET ROLE regress_pggit_owner;
SELECT length(pggit.commit('the owner''s', allow_empty => true));
SELECT moved_by = session_user AS by_session, acting_as, reason FROM pggit_v0.reflog ORDER BY moved_at DESC LIMIT 1;
RESET ROLE;
ALTER DATABASE :"here" OWNER TO :"me";

-- A hostile search path reaches nothing.
CREATE SCHEMA hostile;
CREATE TABLE hostile.refs (name text, target_sha text);
CREATE FUNCTION hostile.eq(text, text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RAISE 'hostile ='; END $$;
CREATE OPERATOR hostile.= (LEFTARG = text, RIGHTARG = text, FUNCTION = hostile.eq);
SET search_path = hostile, pg_catalog;
SELECT pg_catalog.length(pggit.commit('safe'));
RESET search_path;

DROP SCHEMA hostile, s CASCADE;
DROP EXTENSION pggit CASCADE;
DROP VIEW v;
DROP TABLE users, other;
DROP FUNCTION f(int);
DROP ROLE regress_pggit_plain, regress_pggit_owner;
