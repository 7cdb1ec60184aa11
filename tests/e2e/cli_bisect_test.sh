#!/usr/bin/env bash
# pggit bisect: by hand, by a statement, by a command.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/support/cli.sh
. "$PGGIT_ROOT/tests/support/cli.sh"

exits 2 "bisect needs a database under version control" pggit bisect
like "$err" 'is not under version control' "... and says so"
psql -qc 'CREATE TABLE users (id int PRIMARY KEY, email text)'
pggit init >/dev/null 2>&1
for i in 1 2 3 4 5 6 7 8 9; do
  psql -qc "CREATE TABLE t$i (i int)"
  ((i != 6)) || psql -qc 'ALTER TABLE users DROP email'
  pggit commit -q -m "commit $i" >/dev/null
done
databases() { psql -XAtc "SELECT datname FROM pg_database WHERE datname LIKE 'pggit\_bisect%'"; }

exits 0 "no search" pggit bisect
is "$out" "" "... has an empty log"
exits 2 "to run none" pggit bisect run --sql 'SELECT 1'
like "$err" 'no search is under way' "... is refused"
exits 0 "start" pggit bisect start
is "$out" "Waiting for a bad commit and a good one." "... waits"
exits 2 "to run it now" pggit bisect run --sql 'SELECT 1'
like "$err" 'are to be named first' "... is too early"
exits 0 "bad" pggit bisect bad main
exits 0 "good" pggit bisect good main~9
like "$out" $'^Bisecting: 4 revisions left to test after this \\(roughly 2 steps\\)\n\\[[0-9a-f]{12}\\] commit 4$' "... names the half"
exits 0 "good, of the one that is tested" pggit bisect good
like "$out" 'commit 6$' "... goes on"
exits 0 "skip" pggit bisect skip --json
is "$(json 'd["task"], d["status"], d["subject"]' <<<"$out")" "('skip', 'testing', 'commit 7')" "... for programs"
exits 0 "several good at once" pggit bisect good main~6 main~5
exits 0 "the log" pggit bisect log
is "$(cut -d: -f1 <<<"$out" | paste -sd' ')" "bad good good skip good good" "... has all that was said"

exits 0 "start over" pggit bisect start main main~9
before=$(pggit status --short)
exits 0 "a run by a statement" pggit bisect run --sql 'SELECT email FROM users'
like "$out" '^[0-9a-f]{64} is the first bad commit' "... finds"
like "$out" '    commit 6$' "... the commit that broke it"
like "$err" 'commit 4.*is good.*is bad' "... and tells how"
is "$(databases)" "" "... leaves no database behind"
is "$(pggit status --short)" "$before" "... and the live schema alone"
exits 0 "again" pggit bisect start main main~9
exits 0 "by a condition" pggit bisect run --json --sql "SELECT to_regclass('t8') IS NULL"
is "$(json 'd["status"], d["subject"]' <<<"$out")" "('found', 'commit 8')" "... for programs"
exits 0 "again" pggit bisect start main main~9
# shellcheck disable=SC2016  # The command's own shell expands it.
exits 0 "by a command" pggit bisect run -- sh -c 'echo "at $PGGIT_BISECT_COMMIT"; psql -qXAt -v ON_ERROR_STOP=1 -c "SELECT email FROM users"'
like "$out" '    commit 6$' "... finds it too"
like "$err" 'at [0-9a-f]{64}' "... and knows the commit"
unlike "$out" 'at [0-9a-f]{64}' "... whose output is talk"
exits 0 "again" pggit bisect start main main~9
exits 1 "by a command that can test nothing" pggit bisect run -- sh -c 'exit 125'
like "$out" 'Only skipped commits are left' "... stays undecided"
is "$(grep -c '^[0-9a-f]\{64\}$' <<<"$out")" 9 "... and lists what it may be"
exits 0 "again" pggit bisect start main main~9
exits 2 "by a command that is not there" pggit bisect run ./nothing-there
like "$err" 'cannot run "./nothing-there"' "... stops"
exits 2 "by a command that a signal ends" pggit bisect run -- sh -c 'kill -9 $$'
like "$err" 'stopped the search' "... stops"
is "$(databases)" "" "... and leaves no database behind"
exits 2 "by both" pggit bisect run --sql 'SELECT 1' true
exits 2 "by nothing" pggit bisect run
exits 2 "a statement for a mark" pggit bisect good --sql 'SELECT 1'
exits 0 "reset" pggit bisect reset
like "$err" 'The search is over' "... says so"
exits 0 "reset again" pggit bisect reset --json
is "$(json 'd["ended"]' <<<"$out")" False "... has nothing to do"

psql -q <<'SQL'
SELECT pggit_v0.update_ref('refs/heads/odd', pggit_v0.commit_tree('main^{tree}', ARRAY['main'], 'fine')) \g /dev/null
SQL
exits 0 "a search with one commit" pggit bisect start odd main
like "$out" 'is the first bad commit' "... is over at once"
done_testing
