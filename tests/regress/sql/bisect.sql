-- The search for the commit that broke something.
\set SHOW_CONTEXT never
CREATE EXTENSION pggit;
SELECT * FROM pggit.bisect_start();
\echo :SQLSTATE
SELECT pggit.init();
SELECT * FROM pggit.bisect_good('main');
\echo :SQLSTATE
SELECT * FROM pggit.bisect_next();
\echo :SQLSTATE
SELECT pggit.bisect_reset();
CREATE PROCEDURE many(first int, last int) LANGUAGE plpgsql AS $$
BEGIN
  FOR i IN first .. last LOOP
    PERFORM pggit.commit('commit ' || i, allow_empty => true);
  END LOOP;
END
$$;
SELECT length(pggit.commit('commit 0'));
CALL many(1, 10);
CREATE VIEW marks AS SELECT term, subject, length(commit_sha) AS digits FROM pggit.bisect_log();

SELECT * FROM pggit.bisect_start();
SELECT status, subject, remaining, steps, suspects FROM pggit.bisect_bad();
\echo :SQLSTATE
SELECT status, subject, remaining, steps, suspects FROM pggit.bisect_bad('main');
SELECT status, subject, remaining, steps, suspects FROM pggit.bisect_good('main~10');
SELECT status, subject, remaining, steps FROM pggit.bisect_good();
SELECT status, subject, remaining, steps FROM pggit.bisect_bad();
SELECT status, subject, remaining, steps FROM pggit.bisect_bad();
TABLE marks;
SELECT status, subject FROM pggit.bisect_next();
SELECT status FROM pggit.bisect_good();
\echo :SQLSTATE

-- Skipping; what was said last counts.
SELECT status, subject FROM pggit.bisect_start('main', ARRAY['main~4']);
SELECT status, subject, remaining FROM pggit.bisect_skip();
SELECT status, subject, remaining FROM pggit.bisect_skip();
SELECT status, subject, suspects = ARRAY[pggit_v0.rev_parse('main'), pggit_v0.rev_parse('main~1'), pggit_v0.rev_parse('main~2'), pggit_v0.rev_parse('main~3')] AS suspected
FROM pggit.bisect_skip();
SELECT status, subject, remaining FROM pggit.bisect_good('main~2');
SELECT status, subject, remaining FROM pggit.bisect_bad('main~1');
TABLE marks;

-- What cannot be.
CREATE PROCEDURE refused(bad text, good text) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pggit.bisect_start(bad, ARRAY[good]);
EXCEPTION WHEN OTHERS THEN
  RAISE NOTICE '% %', SQLSTATE, regexp_replace(SQLERRM, '[0-9a-f]{64}', 'ID');
END
$$;
CALL refused('main~4', 'main');
CALL refused('main', 'main');
SELECT * FROM pggit.bisect_start('nothing');
\echo :SQLSTATE
SELECT count(*) AS kept FROM pggit.bisect_log();
SELECT count(*) AS halves FROM pggit_v0.rev_list_bisect('main..main');
SELECT pggit_v0.rev_list_bisect('^main');
\echo :SQLSTATE
SELECT reaches, total, steps FROM pggit_v0.rev_list_bisect('main');

-- A good commit beside the bad one: what both come of is asked about first.
SELECT length(pggit_v0.update_ref('refs/heads/side', pggit_v0.commit_tree('main~5^{tree}', ARRAY['main~5'], 'beside'))::text);
SELECT status, subject FROM pggit.bisect_start('main', ARRAY['side']);
SELECT status, subject, remaining, steps FROM pggit.bisect_good();

-- One search a user; it keeps its commits.
CREATE ROLE regress_pggit_plain;
CREATE ROLE regress_pggit_other SUPERUSER;
SET ROLE regress_pggit_plain;
SELECT pggit.bisect_start();
\echo :SQLSTATE
SELECT count(*) FROM pggit.bisect_log();
RESET ROLE;
SET SESSION AUTHORIZATION regress_pggit_other;
SELECT status FROM pggit.bisect_start('side', ARRAY['main~10']);
SELECT count(*) FROM pggit.bisect_log();
RESET SESSION AUTHORIZATION;
TABLE marks;
SELECT pggit_v0.delete_branch('side', true);
SET pggit.gc_prune_expire = 'now';
SET pggit.gc_reflog_expire = 'now';
SET pggit.gc_reflog_expire_unreachable = 'now';
SELECT count(*) AS commits_gone FROM pggit_v0.gc() WHERE removed = 'commit';
TABLE marks;
SELECT pggit.bisect_reset();
SELECT pggit.bisect_reset();
TABLE marks;
SELECT pggit.deinit();
DROP EXTENSION pggit CASCADE;
DROP PROCEDURE many, refused;
DROP ROLE regress_pggit_plain, regress_pggit_other;
