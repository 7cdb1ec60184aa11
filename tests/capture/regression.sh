#!/usr/bin/env bash
# PostgreSQL's own regression suite with pggit initialised gives what it gives without; prints TAP.
#
#   scripts/cluster.sh with regression -- tests/capture/regression.sh
#
# Not part of `make test`: it fetches the server's source (apt-get source; or PGGIT_SERVER_SOURCE names
# its tar file), and runs the suite three times, which takes minutes: in a database of its own,
# in one with the extension that was not initialised, and in one that was. The suite runs DDL as a
# superuser and as plain roles; each line it prints is compared.
set -euo pipefail
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"

work=$(mktemp -d /tmp/pggit-capture-XXXXXX)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"
# shellcheck source=tests/support/server_suite.sh
. "$PGGIT_ROOT/tests/support/server_suite.sh"
make_server_suite

# suite_in NAME SETUP: runs the suite in a database with this SQL in it; its results go to ./NAME.
suite_in() {
  local setting
  dropdb --if-exists regression 2>dropdb.log
  psql -qXAt -c "SELECT rolname FROM pg_roles WHERE rolname LIKE 'regress%'" | while read -r role; do
    dropuser "$role"
  done
  createdb --template=template0 regression
  # What the driver sets for a database that it makes itself.
  for setting in "lc_messages = 'C'" "lc_monetary = 'C'" "lc_numeric = 'C'" "lc_time = 'C'" \
    "bytea_output = 'hex'" "timezone_abbreviations = 'Default'"; do
    psql -qX -c "ALTER DATABASE regression SET $setting"
  done
  psql -qX -v ON_ERROR_STOP=1 -d regression -o /dev/null -c "$2"
  rm -rf out/*
  run_server_suite --use-existing --dbname=regression >"$1.log" 2>&1 || note "$1: $(grep -c FAILED "$1.log") failed"
  mv out/results "$1"
}

log_before=$(wc -c <"$PGGIT_CLUSTER_LOG")
suite_in plain 'SELECT 1'
suite_in idle 'CREATE EXTENSION pggit'
suite_in captured 'CREATE EXTENSION pggit; SELECT pggit.init()'

# From here on checks go on after a failed one.
set +e
# differing A B: the tests whose output is not the same.
differing() { diff -rq "$1" "$2" | sed -E 's!.*/([a-z0-9_.]+)\.out .*!\1!' | sort | xargs; }

# listed RESULTS: the output without OIDs of what users made, and, where one test lists every event
# trigger there is, without pggit's own and what they do to the width of the table.
listed() {
  (cd "$1" && for file in *.out; do
    echo "# $file"
    sed -E 's/\b[0-9]{5}\b/OID/g; s/ +/ /g' "$file" |
      if [[ $file == event_trigger.out ]]; then
        sed -E '/pggit_(ddl_command_end|sql_drop)/d; s/^ evtname .*//; s/^[-+]+$//; s/^\([0-9]+ rows\)$//'
      else cat; fi
  done)
}

isnt "$(find captured -name '*.out' | wc -l)" 0 "the suite has run"
is "$(differing plain idle)" "opr_sanity type_sanity" \
  "what the extension brings shows where a test lists all functions and types, and nowhere else"
is "$(differing plain captured)" "event_trigger opr_sanity type_sanity" \
  "what initialising brings shows where a test lists all event triggers, and nowhere else"
is "$(diff <(listed idle) <(listed captured))" "" "DDL under capture does, line by line, what it does without"
query() { psql -qXAt -d regression -c "$1"; }
is "$(query 'SELECT count(*) > 3000 FROM pggit.history')" t "... and is recorded"
is "$(query "SELECT count(DISTINCT acting_as) > 20 FROM pggit.history WHERE acting_as LIKE 'regress%'")" t \
  "... of plain roles too"
tail -c "+$((log_before + 1))" "$PGGIT_CLUSTER_LOG" >server.log
is "$(grep -c 'will not be in pggit.history' server.log)" 0 "none of it failed to be recorded"
is "$(query 'SELECT count(*) FROM pggit_v0.fsck()')" 0 "the store is whole"
done_testing
