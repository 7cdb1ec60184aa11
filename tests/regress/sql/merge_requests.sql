-- Protected branches and merge requests.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
CREATE ROLE regress_pggit_ann LOGIN SUPERUSER;
CREATE ROLE regress_pggit_bob LOGIN SUPERUSER;
CREATE ROLE regress_pggit_carl LOGIN;
SELECT pggit.protect_branch('main');
\echo :SQLSTATE
CREATE TABLE users (id int PRIMARY KEY, email text);
CREATE TABLE notes (id int);
CREATE VIEW requests AS
  SELECT title, source_branch, target_branch, status, created_by, reviewer, approved_by, ended_by FROM pggit_v0.merge_requests
  ORDER BY created_at;
-- A branch of what is live and not committed.
CREATE PROCEDURE branch_off(name text) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pggit.stash(name);
  PERFORM pggit_v0.create_branch(name, 'stash@{0}');
  PERFORM pggit.stash_drop();
END
$$;
-- What is refused, ids left out. The request is the one of that source.
CREATE PROCEDURE refused(function text, source text) LANGUAGE plpgsql AS $$
DECLARE
  hint text;
  detail text;
BEGIN
  EXECUTE format('SELECT pggit_v0.%s((SELECT mr_id FROM pggit_v0.merge_requests WHERE source_branch = %L))', function, source);
  RAISE NOTICE 'it was not refused';
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT, detail = PG_EXCEPTION_DETAIL;
  RAISE NOTICE '%', regexp_replace(concat_ws(E'\n', SQLSTATE || ' ' || SQLERRM, NULLIF(detail, ''), hint),
    '[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{12}', 'ID', 'g');
END
$$;
SELECT pggit.init();
SELECT pggit.protect_branch('nothing');
\echo :SQLSTATE
SELECT pggit.unprotect_branch('main');
SELECT pggit.protect_branch('main');
SELECT pggit.protect_branch('main');
SELECT name, is_protected FROM pggit.branches;
SELECT ref_name, protected_by = session_user AS by_me, ended_at IS NULL AS in_force FROM pggit_v0.protections;

-- Nothing moves it: no commit, merge, rebase, reset, undo, revert, pick, no plumbing, no deletion.
SET SESSION AUTHORIZATION regress_pggit_ann;
ALTER TABLE users ADD phone text;
SELECT pggit.commit('phone');
\echo :SQLSTATE
SELECT pggit.commit('phone', ARRAY['users']);
\echo :SQLSTATE
CALL branch_off('phone');
SELECT * FROM pggit.merge('phone');
\echo :SQLSTATE
SELECT * FROM pggit_v0.merge_branch('phone', 'main');
\echo :SQLSTATE
SELECT * FROM pggit.rebase('phone', 'main');
\echo :SQLSTATE
SELECT * FROM pggit_v0.rebase_branch('main', 'phone');
\echo :SQLSTATE
SELECT pggit.reset('phone');
\echo :SQLSTATE
SELECT pggit.reset('phone', hard => true);
\echo :SQLSTATE
SELECT pggit.cherry_pick('phone');
\echo :SQLSTATE
SELECT pggit_v0.update_ref('refs/heads/main', 'phone');
\echo :SQLSTATE
SELECT pggit_v0.update_ref('refs/heads/main', NULL);
\echo :SQLSTATE
SELECT pggit_v0.update_ref('refs/heads/main', 'main');
\echo :SQLSTATE
SET pggit.current_branch = 'phone';
SELECT pggit_v0.delete_branch('main', true);
\echo :SQLSTATE
RESET pggit.current_branch;
UPDATE pggit_v0.merge_request_approvals SET notes = '';
\echo :SQLSTATE
-- DDL runs all the same, and shows; what does not move the branch works.
ALTER TABLE notes ADD at date;
SELECT object_path, change_type, approval FROM pggit.status();
SELECT length(pggit.restore('notes'));
SELECT length(pggit.reset(hard => true));
SET pggit.auto_commit = 'transaction';
ALTER TABLE notes ADD at date;
RESET pggit.auto_commit;
ALTER TABLE notes DROP at;
SELECT count(*) FROM pggit.log('main');

-- A request.
SELECT * FROM pggit_v0.create_merge_request('main', 'phone', 'nothing to do');
\echo :SQLSTATE
SELECT * FROM pggit_v0.create_merge_request('nothing', 'main', 'nothing');
\echo :SQLSTATE
SELECT * FROM pggit_v0.create_merge_request('phone', 'main', ' ');
\echo :SQLSTATE
SELECT * FROM pggit_v0.create_merge_request('phone', 'main', NULL);
\echo :SQLSTATE
SELECT * FROM pggit_v0.create_merge_request('phone', 'main', 'x', p_reviewer => 'nobody at all');
\echo :SQLSTATE
SELECT * FROM pggit_v0.create_merge_request('phone', 'main', 'x', p_reviewer => 'regress_pggit_ann');
\echo :SQLSTATE
SELECT mr_id, status, conflicts FROM pggit_v0.create_merge_request('phone', 'main', 'users: phone', 'They asked for it.') \gset
\echo :status :conflicts
SELECT * FROM pggit_v0.create_merge_request('phone', 'main', 'again');
\echo :SQLSTATE
SELECT title, description, source_branch, target_branch, status, created_by, reviewer, source_sha = pggit_v0.rev_parse('phone') AS at_head,
  approved_by, conflicts, breaks, plan, diff
FROM pggit_v0.show_merge_request(:'mr_id');

-- Not approved it is not merged, and nobody approves their own, whatever they call themselves.
CALL refused('merge_merge_request', 'phone');
SELECT pggit_v0.approve_merge_request(:'mr_id');
\echo :SQLSTATE
SELECT pggit_v0.approve_merge_request(:'mr_id', 'regress_pggit_bob');
\echo :SQLSTATE
SET pggit.author_name = 'bob';
SET ROLE regress_pggit_bob;
SELECT pggit_v0.approve_merge_request(:'mr_id', 'bob');
\echo :SQLSTATE
RESET ROLE;
RESET pggit.author_name;

-- By another; bound to the commit that was seen.
SET SESSION AUTHORIZATION regress_pggit_bob;
SELECT length(pggit_v0.comment_merge_request(:'mr_id', 'Is it unique?')::text);
SELECT pggit_v0.comment_merge_request(:'mr_id', ' ');
\echo :SQLSTATE
SELECT pggit_v0.approve_merge_request(:'mr_id', 'Bob', 'fine', 'phone');
SELECT pggit_v0.approve_merge_request(:'mr_id', 'Bob', 'fine');
SELECT approved_by, label, notes, source_sha = pggit_v0.rev_parse('phone') AS of_head FROM pggit_v0.merge_request_approvals;
SELECT status, approved_by FROM requests;
SET SESSION AUTHORIZATION regress_pggit_ann;
SELECT length(pggit_v0.update_ref('refs/heads/phone', pggit_v0.commit_tree('phone^{tree}', ARRAY['phone'], 'one more'))::text);
SELECT status, approved_by FROM requests;
CALL refused('merge_merge_request', 'phone');

-- Who put something on the branch does not approve it, though somebody else opened the request.
SET SESSION AUTHORIZATION regress_pggit_bob;
SELECT length(pggit_v0.update_ref('refs/heads/phone', pggit_v0.commit_tree('phone^{tree}', ARRAY['phone'], 'of bob'))::text);
SET SESSION AUTHORIZATION regress_pggit_ann;
SELECT length(pggit_v0.update_ref('refs/heads/phone', pggit_v0.commit_tree('phone^{tree}', ARRAY['phone'], 'of ann'))::text);
SET SESSION AUTHORIZATION regress_pggit_bob;
CALL refused('approve_merge_request', 'phone');
-- Back where he approved it, it is approved.
SELECT length(pggit_v0.update_ref('refs/heads/phone', 'phone~3')::text);
SELECT status, approved_by FROM requests;
-- Who moved it last is known, though the reflog has forgotten.
SET pggit.gc_reflog_expire = 'now';
SET pggit.gc_reflog_expire_unreachable = 'now';
SELECT count > 0 AS forgotten FROM pggit_v0.gc() WHERE removed = 'reflog entry';
RESET pggit.gc_reflog_expire;
RESET pggit.gc_reflog_expire_unreachable;
CALL refused('approve_merge_request', 'phone');
-- With changes that nobody approved in the live schema it is not merged.
ALTER TABLE notes ADD sneaked text;
SELECT * FROM pggit_v0.merge_merge_request(:'mr_id');
\echo :SQLSTATE
ALTER TABLE notes DROP sneaked;
SELECT conflicts, conflict_objects, status FROM pggit_v0.merge_merge_request(:'mr_id');
SELECT regexp_replace(message, '[0-9a-f-]{36}', 'ID') AS message, cardinality(parent_shas) AS parents FROM pggit.log('main', 1);
SELECT count(*) FROM pggit.status();
SELECT status, ended_by, approved_by FROM requests;
SELECT source, target, status, merged_by FROM pggit.merge_history;
SELECT conflicts, breaks, plan <> '' AS has_plan, diff ~ '\+    phone text' AS has_diff, merge_commit_sha = pggit_v0.rev_parse('main') AS at_main
FROM pggit_v0.show_merge_request(:'mr_id');
CALL refused('approve_merge_request', 'phone');

-- A named reviewer and no other.
ALTER TABLE users DROP email;
CALL branch_off('no-email');
SELECT mr_id FROM pggit_v0.create_merge_request('no-email', 'main', 'users: no email', p_reviewer => 'regress_pggit_carl') \gset
SELECT breaks, status, reviewer FROM pggit_v0.show_merge_request(:'mr_id');
SET SESSION AUTHORIZATION regress_pggit_ann;
SELECT pggit_v0.approve_merge_request(:'mr_id');
SELECT title, status, approved_by FROM requests;
SET SESSION AUTHORIZATION regress_pggit_carl;
SELECT pggit_v0.approve_merge_request(:'mr_id');
\echo :SQLSTATE
SET SESSION AUTHORIZATION regress_pggit_ann;
GRANT EXECUTE ON FUNCTION pggit_v0.approve_merge_request(uuid, text, text, text) TO regress_pggit_carl;
SET SESSION AUTHORIZATION regress_pggit_carl;
SELECT pggit_v0.approve_merge_request(:'mr_id');
INSERT INTO pggit_v0.merge_request_approvals SELECT mr_id, 'x', source_sha, target_sha, NULL, NULL, now() FROM pggit_v0.merge_requests;
\echo :SQLSTATE
SELECT pggit.unprotect_branch('main');
\echo :SQLSTATE
SELECT pggit_v0.merge_merge_request(:'mr_id');
\echo :SQLSTATE
SET SESSION AUTHORIZATION regress_pggit_ann;
SELECT title, status, approved_by FROM requests;

-- Closed and opened again; no conflict is kept by a request.
SELECT pggit_v0.close_merge_request(:'mr_id');
SELECT title, status, ended_by FROM requests;
CALL refused('merge_merge_request', 'no-email');
SELECT pggit_v0.reopen_merge_request(:'mr_id');
SELECT title, status, ended_by FROM requests;
CALL refused('reopen_merge_request', 'no-email');
ALTER TABLE users ALTER email SET NOT NULL;
CALL branch_off('email');
SELECT mr_id AS other FROM pggit_v0.create_merge_request('email', 'main', 'users: email', p_reviewer => 'regress_pggit_bob') \gset
SET SESSION AUTHORIZATION regress_pggit_bob;
SELECT pggit_v0.approve_merge_request(:'other', p_head => 'email');
SELECT pggit_v0.approve_merge_request(:'other', p_head => 'nothing');
\echo :SQLSTATE
DO $$ BEGIN
  PERFORM pggit_v0.approve_merge_request((SELECT mr_id FROM pggit_v0.merge_requests WHERE source_branch = 'email'), p_head => 'no-email');
EXCEPTION WHEN serialization_failure THEN RAISE NOTICE '%', SQLERRM; END $$;
SELECT conflicts, status FROM pggit_v0.merge_merge_request(:'other');
SELECT conflicts, conflict_objects, status FROM pggit_v0.merge_merge_request(:'mr_id');
SELECT count(*) FROM pggit.conflicts;
SELECT title, status FROM requests;
SELECT conflicts, plan, diff ~ '^diff' AS has_diff FROM pggit_v0.show_merge_request(:'mr_id');

-- Without its branch a request can only be closed.
SELECT pggit_v0.delete_branch('no-email', true);
SELECT status, source_sha, approved_by FROM pggit_v0.merge_requests WHERE source_branch = 'no-email';
SELECT title, conflicts FROM pggit_v0.show_merge_request(:'mr_id');
SELECT pggit_v0.close_merge_request(:'mr_id');
SELECT pggit_v0.reopen_merge_request(:'mr_id');
\echo :SQLSTATE
SELECT pggit_v0.close_merge_request(NULL);
\echo :SQLSTATE
SELECT pggit_v0.close_merge_request('00000000-0000-0000-0000-000000000000');
\echo :SQLSTATE
SELECT title, status FROM pggit_v0.list_merge_requests('merged');
SELECT count(*) FROM pggit_v0.list_merge_requests();
SELECT count(*) FROM pggit_v0.show_merge_request('00000000-0000-0000-0000-000000000000');
SELECT count(*) FROM pggit_v0.fsck();

-- No protection, no approval; a merge that waits is not continued into a protected branch.
SELECT pggit.unprotect_branch('main');
SELECT ended_by FROM pggit_v0.protections;
ALTER TABLE notes ADD x int;
CALL branch_off('x');
ALTER TABLE notes ADD x text;
SELECT length(pggit.commit('x text'));
SELECT mr_id FROM pggit_v0.create_merge_request('x', 'main', 'x') \gset
SELECT conflicts, status FROM pggit_v0.merge_merge_request(:'mr_id');
SELECT status FROM pggit.merge('x');
SELECT pggit.protect_branch('main');
SELECT pggit_v0.resolve_conflict('notes', 'source');
SELECT * FROM pggit.merge_continue();
\echo :SQLSTATE
SELECT pggit.merge_abort();
SET SESSION AUTHORIZATION regress_pggit_carl;
SELECT count(*) FROM pggit_v0.merge_requests;
SELECT pggit_v0.create_merge_request('x', 'main', 'x');
\echo :SQLSTATE
SELECT pggit_v0.comment_merge_request(:'mr_id', 'x');
\echo :SQLSTATE
SELECT pggit_v0.close_merge_request(:'mr_id');
\echo :SQLSTATE
SELECT pggit_v0.reopen_merge_request(:'mr_id');
\echo :SQLSTATE
SELECT pggit.protect_branch('x');
\echo :SQLSTATE
RESET SESSION AUTHORIZATION;
SELECT pggit.deinit();
DROP EXTENSION pggit CASCADE;
DROP PROCEDURE branch_off, refused;
DROP TABLE users, notes;
DROP OWNED BY regress_pggit_ann, regress_pggit_bob, regress_pggit_carl;
DROP ROLE regress_pggit_ann, regress_pggit_bob, regress_pggit_carl;
