#!/usr/bin/env bash
# A merge, a stash, a rebase and what else moves a schema, when they are killed or cancelled, leave everything before or after, never between.
set -u
if [[ ${1:-} != inside ]]; then
  # A killed process takes every session of its server along, so the test has a server of its own.
  exec "$PGGIT_ROOT/scripts/cluster.sh" with "merge-crash-$$" -s synchronous_commit=on -- "$0" inside
fi
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/support/crash.sh
. "$PGGIT_ROOT/tests/support/crash.sh"

createdb crash
export PGDATABASE=crash
run() { psql -qXAt -v ON_ERROR_STOP=1 -c "$1" 2>&1; }

# Two lines of work on eight tables with rows: columns, a type, an index, a comment, a view.
psql -qX -v ON_ERROR_STOP=1 -o /dev/null <<'SQL'
CREATE EXTENSION pggit;
SELECT format('CREATE TABLE t%s (id int PRIMARY KEY, a text)', i) FROM generate_series(1, 8) i \gexec
INSERT INTO t1 SELECT i, 'row ' || i FROM generate_series(1, 100) i;
SELECT pggit.init();
SELECT format('ALTER TABLE t%s ADD theirs int; CREATE INDEX i%s ON t%s (a)', i, i, i) FROM generate_series(1, 8) i \gexec
CREATE VIEW v AS SELECT t.id, t.theirs FROM t1 t, t2 u;
SELECT pggit.commit('theirs');
SELECT pggit_v0.create_branch('theirs');
SELECT pggit.reset('HEAD~1', hard => true);
SELECT format('ALTER TABLE t%s ADD ours text, ALTER a TYPE varchar(100)', i) FROM generate_series(1, 8) i \gexec
SELECT pggit.commit('ours');
SELECT pggit_v0.create_branch('side');
SQL

# What there is, as text: where the branch is, what is live, what waits.
state() {
  run "SELECT (SELECT message FROM pggit.log('HEAD', 1)), (SELECT count(*) FROM pggit.merge_history),
    (SELECT count(*) FROM pggit.stashes), (SELECT count(*) FROM pggit.conflicts), (SELECT message FROM pggit.log('side', 1)), (SELECT string_agg(object_path, ' ') FROM pggit.status()),
    (SELECT count(*) FROM pg_attribute WHERE attname = 'theirs' AND NOT attisdropped), (SELECT count(*) FROM t1)"
}

# hit HOW ROUND CALL: the call is killed or cancelled after a time that differs from round to round.
hit() {
  local how=$1 milliseconds=$((1 + $2 * 41 % $4)) call=$3
  if [[ $how == kill ]]; then
    kill_after "0.$(printf '%03d' "$milliseconds")" -c "$call" >/dev/null
  else
    psql -qXAt -c "SET statement_timeout = $milliseconds" -c "$call" >/dev/null 2>&1
  fi
}

# rounds NAME CALL UNDO WITHIN [TIMES]: after each blow the state is that of before, or that of after the call, and both were seen.
rounds() {
  local name=$1 call=$2 undo=$3 within=$4 times=${5:-15} before after got old=0 new=0 wrong=0 how round
  before=$(state)
  run "$call" >/dev/null
  after=$(state)
  run "$undo" >/dev/null
  is "$(state)" "$before" "$name: what was done can be undone"
  isnt "$after" "$before" "$name: it does something"
  for how in kill cancel; do
    for round in $(seq "$times"); do
      hit "$how" "$round" "$call" "$within"
      got=$(state)
      case $got in
        "$before") old=$((old + 1)) ;;
        "$after")
          new=$((new + 1))
          run "$undo" >/dev/null
          ;;
        *)
          wrong=$((wrong + 1))
          note "$how, round $round: $got"
          run "$undo" >/dev/null
          ;;
      esac
    done
  done
  note "$name: $old old, $new new"
  is "$wrong" 0 "$name: killed and cancelled $((2 * times)) times it left what was before, or what comes after"
  isnt "$old" 0 "$name: ... sometimes what was before"
}

undo_merge="SELECT pggit.reset('HEAD~1', hard => true); DELETE FROM pggit_v0.merges; DELETE FROM pggit_v0.merge_conflicts"
rounds merge "SELECT pggit.merge('theirs')" "$undo_merge" 120
run "ALTER TABLE t3 ADD aside int" >/dev/null
rounds stash "SELECT pggit.stash('aside')" "SELECT pggit.stash_pop()" 150
run "SELECT pggit.stash('aside')" >/dev/null
rounds pop "SELECT pggit.stash_pop()" "SELECT pggit.stash('aside')" 150
run "SELECT pggit.stash_pop()" >/dev/null
run "SELECT pggit.commit('aside')" >/dev/null

# Commits done anew, waits included: what waits is there after a crash.
rounds "merge into a branch" "SELECT pggit.merge('theirs', 'side')" \
  "SELECT pggit_v0.update_ref('refs/heads/side', pggit_v0.rev_parse('side^')); DELETE FROM pggit_v0.merges" 300 8
rounds rebase "SELECT pggit.rebase('theirs')" "SELECT pggit.reset('main@{1}', hard => true)" 150 8
rounds cherry-pick "SELECT pggit.cherry_pick('theirs')" "SELECT pggit.reset('HEAD~1', hard => true)" 150 8
run "ALTER TABLE t1 ADD clash int; SELECT pggit.commit('a number')" >/dev/null
run "SELECT pggit_v0.create_branch('clash'); SELECT pggit.reset('HEAD~1', hard => true)" >/dev/null
run "ALTER TABLE t1 ADD clash text; SELECT pggit.commit('a text')" >/dev/null
begin="SELECT pggit.rebase('clash')"
rounds "rebase that stops" "$begin" "SELECT pggit.replay_abort()" 40 8
run "$begin; SELECT pggit_v0.resolve_conflict('t1', 'source')" >/dev/null
rounds "rebase that goes on" "SELECT pggit.replay_continue()" \
  "SELECT pggit.reset('main@{1}', hard => true); $begin; SELECT pggit_v0.resolve_conflict('t1', 'source')" 80 8
run "SELECT pggit.replay_abort()" >/dev/null
is "$(run 'SELECT * FROM pggit_v0.fsck()')" "" "nothing is wrong with what is stored"
is "$(run "SELECT status FROM pggit.merge('theirs')")" merged "the merge works after all that"
is "$(run 'SELECT count(*), count(theirs) FROM t1')" "100|0" "... and the rows are there"
done_testing
