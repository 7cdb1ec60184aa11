#!/usr/bin/env bash
# A commit whose server process is killed leaves the history old or new, never between.
set -u
if [[ ${1:-} != inside ]]; then
  # A killed process takes every session of its server along, so the test has a server of its own.
  exec "$PGGIT_ROOT/scripts/cluster.sh" with "crash-$$" -s synchronous_commit=on -- "$0" inside
fi
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/support/crash.sh
. "$PGGIT_ROOT/tests/support/crash.sh"

createdb crash
export PGDATABASE=crash
run() { psql -qXAt -v ON_ERROR_STOP=1 -c "$1" 2>&1; }

run "CREATE EXTENSION pggit" >/dev/null
psql -qX <<<"SELECT format('CREATE TABLE t%s (a int, b text)', i) FROM generate_series(1, 40) i \gexec"
run "SELECT pggit.init()" >/dev/null

# Each round alters a table, commits, and kills the process after a time of its own.
old=0 new=0 wrong=0 killed=0
for round in $(seq 100); do
  before=$(run "SELECT pggit_v0.rev_parse('HEAD')")
  run "ALTER TABLE t$((round % 40 + 1)) ADD c$round int" >/dev/null
  kill_after "0.$(printf '%03d' $((round * 37 % 150)))" -c "SELECT pggit.commit('round $round')" && killed=$((killed + 1))
  after=$(run "SELECT pggit_v0.rev_parse('HEAD')")
  if [[ ! $before =~ ^[0-9a-f]{64}$ ]]; then
    wrong=$((wrong + 1))
    note "round $round: $before"
  elif [[ $after == "$before" ]]; then
    old=$((old + 1))
  elif [[ $(run "SELECT message FROM pggit.log('HEAD', 1)") == "round $round" && $(run "SELECT pggit_v0.rev_parse('HEAD~1')") == "$before" ]]; then
    new=$((new + 1))
  else
    wrong=$((wrong + 1))
    note "round $round: $before became $after"
  fi
done
note "$killed killed, $old old, $new new"
is "$wrong" 0 "after each of 100 killed commits the branch is where it was, or one commit on"
isnt "$old" 0 "... some were stopped"
is "$(run 'SELECT * FROM pggit_v0.fsck()')" "" "nothing is wrong with what is stored"
is "$(run "SELECT count(*) = $new + 1 FROM pggit.log()")" t "the history has the commits that were kept"
is "$(run "SELECT count(*) FROM pggit_v0.reflog")" "$((new + 1))" "... and the reflog a movement for each"
ok "the next commit works" psql -qX -v ON_ERROR_STOP=1 -o /dev/null -c "SELECT pggit.commit('after', allow_empty => true)"
is "$(run 'SELECT * FROM pggit.status()')" "" "... and takes what the killed ones left"
done_testing
