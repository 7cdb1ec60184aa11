#!/usr/bin/env bash
# A snapshot taken while another session changes the schema is one of its states, never a mixture.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"

psql -qX -v ON_ERROR_STOP=1 <<'SQL'
CREATE EXTENSION pggit;
SELECT format('CREATE TABLE t%1$s (a integer, CHECK (a > 0)); CREATE VIEW v%1$s AS SELECT a + 1 AS x FROM t%1$s;', i)
FROM generate_series(1, 40) i \gexec
SQL

# Two states, each made by one transaction: every table's column is called a, or b.
rename() {
  echo 'BEGIN;'
  for i in $(seq 40); do echo "ALTER TABLE t$i RENAME $1 TO $2;"; done
  echo 'COMMIT;'
}
rename a b >there.sql
rename b a >back.sql
in_server="SELECT string_agg(definition, E'\n') FROM pggit.schema()"
pggit snapshot >state_a
psql -qX -f there.sql
pggit snapshot >state_b
psql -qX -f back.sql
not_ok "the two states differ" cmp -s state_a state_b

(while :; do psql -qX -f there.sql; sleep 0.2; psql -qX -f back.sql; sleep 0.2; done) 2>/dev/null &
changer=$!
trap 'kill "$changer" 2>/dev/null' EXIT

# judge STATUS FILE: one of the states, or a plain refusal.
states=0 refusals=0 others=0
judge() {
  local got
  got=$(<"$2")
  if (($1 == 0)) && [[ $got == "$(<state_a)" || $got == "$(<state_b)" ]]; then
    states=$((states + 1))
  elif (($1 != 0)) && grep -q 'the schema kept changing while it was read' err; then
    refusals=$((refusals + 1))
  else
    others=$((others + 1))
    note "exit status $1"
    note "$(cat err)"
    note "$(diff "$2" state_a | head -n 10)"
  fi
}
for _ in $(seq 15); do
  status=0
  pggit snapshot >got 2>err || status=$?
  judge "$status" got
  status=0
  psql -qXAt -v ON_ERROR_STOP=1 -c "$in_server" >got 2>err || status=$?
  judge "$status" got
done
kill "$changer"
wait "$changer" 2>/dev/null
is "$others" 0 "every reading is one of the two states, or says that the schema kept changing"
note "$states states, $refusals refusals"
isnt "$states" 0 "... and some are read"

# Temporary tables of others are no reason to wait.
(while :; do psql -qX -c 'CREATE TEMP TABLE passing (a integer)'; done) 2>/dev/null &
changer=$!
for _ in 1 2 3 4 5; do
  exits 0 "temporary tables of another session do not disturb" pggit snapshot
done
done_testing
