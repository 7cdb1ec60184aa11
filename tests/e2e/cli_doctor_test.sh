#!/usr/bin/env bash
# pggit init and pggit doctor, with and without the extension, for people and for programs.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/support/cli.sh
. "$PGGIT_ROOT/tests/support/cli.sh"

exits 1 "a database without the extension is a finding" pggit doctor
like "$out" 'BAD extension|✗ extension' "... that names the extension"
like "$out" 'HINT:  Create and initialise it: pggit init' "... with what to do"
like "$out" '1 finding\.$' "... and is counted"
exits 1 "the same for programs" pggit doctor --json
is "$(json 'd["pggit"], d["command"], d["findings"]' <<<"$out")" "(1, 'doctor', 1)" "... has the version of its shape"
is "$(json '[c["check_name"] for c in d["checks"] if c["status"] != "ok"]' <<<"$out")" \
  "['extension']" "... and the finding"
is "$(json 'sorted({k for c in d["checks"] for k in c})' <<<"$out")" \
  "['check_name', 'details', 'hint', 'status']" "every check has the same members"

exits 0 "init creates and initialises the extension" pggit init
is "$out" "" "... has no answer"
like "$err" "^Initialised pggit .* in database \"$PGDATABASE\"\.$" "... and says what it did"
is "$(psql -Atc 'SELECT count(*) FROM pggit_v0.repository')" 1 "the database is initialised"
exits 0 "init again does no harm" pggit init
like "$err" '^There is already pggit ' "... and says so"
exits 0 "init --quiet says nothing" pggit init --quiet
is "$out$err" "" "... at all"
exits 0 "init has an answer for programs" pggit init --json
is "$(json '{k: d[k] for k in ("pggit", "command", "created_extension", "initialised")}' <<<"$out")" \
  "{'pggit': 1, 'command': 'init', 'created_extension': False, 'initialised': False}" "... that tells the same"
is "$err" "" "... and no talk"

exits 0 "an initialised database is in order" pggit doctor
like "$out" 'No findings\.$' "... says the doctor"
exits 0 "the same for programs" pggit doctor --json
doctor=$out
server_checks=$(psql -Atc "SELECT string_agg(check_name, ',') FROM pggit.doctor()")
is "$(json '",".join(c["check_name"] for c in d["checks"][-'"$(tr , '\n' <<<"$server_checks" | wc -l)"':])' <<<"$doctor")" \
  "$server_checks" "every check of pggit.doctor() is there"
exits 0 "version --server knows the extension" pggit version --server --json
is "$(json 'd["extension"] == d["version"]' <<<"$out")" True "... and its version"

psql -qc 'CREATE ROLE "pggit e2e stranger" LOGIN' -c 'REVOKE ALL ON SCHEMA pggit, pggit_v0 FROM PUBLIC' \
  -c 'REVOKE ALL ON pggit_v0.repository FROM PUBLIC' -c 'REVOKE ALL ON FUNCTION pggit.doctor() FROM PUBLIC'
exits 1 "a role without rights on pggit gets a finding" pggit doctor -U 'pggit e2e stranger' --json
is "$(json '[c["details"] for c in d["checks"] if c["check_name"] == "rights"]' <<<"$out")" \
  "['permission denied for schema pggit']" "... that says so"
grants=$(json '[c["hint"].partition(": ")[2] for c in d["checks"] if c["check_name"] == "rights"][0]' <<<"$out")
ok "... its hint can be run as it stands" psql -qc "$grants"
exits 0 "... and is all that was missing" pggit doctor -U 'pggit e2e stranger'
psql -qc 'DROP OWNED BY "pggit e2e stranger"' -c 'DROP ROLE "pggit e2e stranger"' \
  -c 'GRANT USAGE ON SCHEMA pggit, pggit_v0 TO PUBLIC' -c 'GRANT SELECT ON pggit_v0.repository TO PUBLIC' \
  -c 'GRANT EXECUTE ON FUNCTION pggit.doctor() TO PUBLIC'

# A database where CREATE EXTENSION cannot succeed is left as it was.
createdb -T template0 "${PGDATABASE}_taken"
psql -qd "${PGDATABASE}_taken" -c 'CREATE SCHEMA pggit'
exits 2 "init stops at a schema that is in the way" pggit init -d "${PGDATABASE}_taken"
like "$err" '^pggit: error: .*schema' "... and names the trouble"
is "$(psql -Atd "${PGDATABASE}_taken" -c "SELECT count(*) FROM pg_extension WHERE extname = 'pggit'")" 0 \
  "... nothing of it stays"
dropdb "${PGDATABASE}_taken"

# Ctrl-C while the server makes us wait: the statement is cancelled there, and we end with 130.
psql -qc 'BEGIN; LOCK TABLE pg_catalog.pg_extension IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(60)' \
  >/dev/null 2>&1 &
locker=$!
waits="SELECT 1/count(*) FROM pg_stat_activity WHERE application_name = 'pggit' AND wait_event_type = 'Lock'
  AND datname = current_database()"
wait_for 10 psql -Atc "SELECT 1/count(*) FROM pg_locks WHERE granted AND mode = 'AccessExclusiveLock'
  AND relation = 'pg_catalog.pg_extension'::regclass"
pggit doctor >doctor.out 2>doctor.err &
doctor=$!
ok "the doctor waits for a lock, under the name of pggit" wait_for 10 psql -Atc "$waits"
kill -INT "$doctor"
wait "$doctor"
is $? 130 "Ctrl-C ends it with 130"
is "$(<doctor.err)" "pggit: interrupted" "... and one line"
not_ok "the server no longer works for it" psql -Atc "$waits"
like "$(tail -n 20 "$PGGIT_CLUSTER_LOG")" 'canceling statement due to user request' "... because it was told to stop"
kill "$locker"
psql -qAtc "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)'
  AND pid <> pg_backend_pid() AND datname = current_database()" >/dev/null
wait "$locker" 2>/dev/null

done_testing
