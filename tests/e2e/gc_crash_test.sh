#!/usr/bin/env bash
# A garbage collection whose server process is killed took everything or nothing.
set -u
if [[ ${1:-} != inside ]]; then
  # A killed process takes every session of its server along, so the test has a server of its own.
  exec "$PGGIT_ROOT/scripts/cluster.sh" with "gc-crash-$$" -s synchronous_commit=on -- "$0" inside
fi
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/support/crash.sh
. "$PGGIT_ROOT/tests/support/crash.sh"

createdb crash
export PGDATABASE=crash
run() { psql -qXAt -v ON_ERROR_STOP=1 -c "$1" 2>&1; }

run "CREATE EXTENSION pggit" >/dev/null
psql -qX <<<"SELECT format('CREATE TABLE t%s (a int)', i) FROM generate_series(1, 40) i \gexec"
run "SELECT pggit.init()" >/dev/null
count="SELECT count(*) FROM pggit_v0.objects"

# Each round leaves blobs and a commit that nothing names, collects, and kills the process after a time of its own.
all=0 none=0 wrong=0
for round in $(seq 20); do
  run "ALTER TABLE t$round ADD b int" >/dev/null
  run "SELECT pggit.commit('kept $round')" >/dev/null
  run "SELECT count(pggit_v0.hash_object(format('%s %s', $round, i), 'blob', true)) FROM generate_series(1, 300) i" >/dev/null
  run "ALTER TABLE t$((round + 20)) ADD b int" >/dev/null
  run "SELECT pggit.commit('lost')" >/dev/null
  run "SELECT pggit.reset('HEAD~1')" >/dev/null
  before=$(run "$count")
  kill_after "0.$(printf '%03d' $((round * 7 % 30)))" -c "SET pggit.gc_prune_expire = now" -c "SET pggit.gc_reflog_expire = now" \
    -c "SELECT * FROM pggit_v0.gc()"
  after=$(run "$count")
  if [[ $after == "$before" ]]; then
    none=$((none + 1))
  elif [[ $(run "SET pggit.gc_prune_expire = now; SELECT * FROM pggit.prune(true)") == "" ]]; then
    all=$((all + 1))
  else
    wrong=$((wrong + 1))
    note "round $round: $before objects became $after, and more can go"
  fi
done
note "$none took nothing, $all everything"
is "$wrong" 0 "after each of 20 killed collections everything is gone that can go, or nothing"
isnt "$none" 0 "... some were stopped"
is "$(run 'SELECT * FROM pggit_v0.fsck()')" "" "nothing is wrong with what is stored"
is "$(run "SELECT count(*) FROM pggit.log()")" 21 "the history has every commit that was named"
ok "the next collection works" psql -qX -o /dev/null -c "SET pggit.gc_prune_expire = now" -c "SELECT * FROM pggit_v0.gc()"
is "$(run 'SELECT * FROM pggit_v0.fsck()')" "" "... and leaves nothing wrong"
done_testing
