#!/usr/bin/env bash
# DDL that runs in unusual ways, and a server in unusual states: it works as without pggit, and what
# the event triggers can see is noted once.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"

if [[ ${1:-} != inside ]]; then
  exec "$PGGIT_ROOT/scripts/cluster.sh" with "capture-$$" -s max_prepared_transactions=5 -s wal_level=logical -- "$0" inside
fi
createdb captured
export PGDATABASE=captured

run() { psql -qXAt -v VERBOSITY=terse -c "$1" 2>&1; }
# noted TEXT: how many commands of this text are in the log.
noted() { run "SELECT count(*) FROM pggit.history WHERE statement LIKE '%$1%'"; }

ok "the database is initialised" psql -qX -o /dev/null -c 'CREATE EXTENSION pggit' -c 'SELECT pggit.init()'

# Commits in two phases.
ok "DDL can be prepared" psql -qX -v ON_ERROR_STOP=1 -c 'BEGIN' -c 'CREATE TABLE in_two_phases (i int)' \
  -c "PREPARE TRANSACTION 'one'"
is "$(noted in_two_phases)" 0 "... is not in the log before the second phase"
run "COMMIT PREPARED 'one'" >/dev/null
is "$(noted in_two_phases)" 1 "... and is after it"
psql -qX -c 'BEGIN' -c 'CREATE TABLE never (i int)' -c "PREPARE TRANSACTION 'two'"
run "ROLLBACK PREPARED 'two'" >/dev/null
is "$(noted never)" 0 "what is rolled back in the second phase leaves nothing"
is "$(psql -qXAt -v VERBOSITY=terse -c 'SET pggit.auto_commit = transaction' -c 'BEGIN' -c 'CREATE TABLE by_itself (i int)' \
  -c "PREPARE TRANSACTION 'three'" 2>&1)" \
  'WARNING:  the DDL of this transaction was not committed to its branch' "what is prepared is not committed by itself"
run "COMMIT PREPARED 'three'" >/dev/null
is "$(noted by_itself)" 1 "... and in the log all the same"
is "$(run 'SELECT count(*) FROM pggit.log()')" 1 "... and no commit was made"

# Commands that are several transactions, or none.
for ddl in 'CREATE INDEX CONCURRENTLY slow ON in_two_phases (i)' 'DROP INDEX CONCURRENTLY slow' \
  "CREATE PROCEDURE steps() LANGUAGE plpgsql AS 'BEGIN CREATE TABLE first (i int); COMMIT; CREATE TABLE second (i int); ROLLBACK; CREATE TABLE third (i int); END'" \
  'CALL steps()' 'VACUUM' 'CREATE TABLE keyed (i int PRIMARY KEY)' 'REINDEX TABLE keyed' 'CREATE DATABASE other' 'DROP DATABASE other' \
  "CREATE TYPE mood AS ENUM ('sad')" "ALTER TYPE mood ADD VALUE 'happy'" 'REINDEX TABLE CONCURRENTLY keyed'; do
  is "$(run "$ddl")" "" "$ddl"
done
is "$(run "SELECT count(*) FROM pggit.history WHERE statement LIKE '%INDEX CONCURRENTLY%' AND object_paths = '{public/tables/in_two_phases.sql}'")" 2 "commands that are several transactions are noted once"
is "$(noted 'CREATE TABLE first') $(noted 'CREATE TABLE second') $(noted 'CREATE TABLE third')" "2 1 2" \
  "of a procedure's transactions those that committed are noted, beside its text"

# A log that somebody holds.
coproc holder { psql -qXAt; }
echo 'BEGIN; LOCK TABLE pggit_v0.ddl_log; SELECT 1;' >&"${holder[1]}"
read -r held <&"${holder[0]}"
is "$held" 1 "the log can be locked"
is "$(psql -qXAt -v VERBOSITY=terse -c "SET lock_timeout = '50ms'" -c 'CREATE TABLE while_locked (i int)' 2>&1)" \
  'WARNING:  the DDL of this transaction will not be in pggit.history' "DDL that may not wait for the log is done without a note"
# shellcheck disable=SC2154  # coproc sets it
printf '%s\n' 'ROLLBACK;' '\q' >&"${holder[1]}" && wait "$holder_PID"
is "$(run "SELECT attributed_to FROM pggit.status() WHERE object_path LIKE '%while_locked%'")" unattributed \
  "... and shows as nobody's"

# Thousands of commands in one transaction take time by their number alone.
many() { run "DO \$\$ BEGIN FOR i IN 1 .. $1 LOOP EXECUTE format('CREATE SCHEMA s%s_%s', $1, i); END LOOP; END \$\$"; }
is "$(many 5000)" "" "five thousand commands in one transaction"
is "$(noted 'CREATE SCHEMA s5000') $(run "SELECT max(position) FROM pggit.history")" "5000 5000" "... are all noted, in their order"
is "$(run "DO \$\$ BEGIN FOR i IN 1 .. 2000 LOOP BEGIN EXECUTE format('CREATE SCHEMA sub%s', i);
  IF i % 2 = 0 THEN RAISE 'no'; END IF; EXCEPTION WHEN raise_exception THEN NULL; END; END LOOP; END \$\$")" "" \
  "thousands of subtransactions"
is "$(noted 'CREATE SCHEMA sub')" 1000 "... are noted as far as they were kept"

# A publication of all tables does not send the log to subscribers, which need not have it.
run 'CREATE PUBLICATION everything FOR ALL TABLES' >/dev/null
run "SELECT pg_create_logical_replication_slot('all_tables', 'test_decoding')" >/dev/null
run "CREATE TABLE published (i int); INSERT INTO published VALUES (1); COMMENT ON TABLE published IS '$(printf 'x%.0s' {1..9000})'" >/dev/null
run CHECKPOINT >/dev/null # Decoding reads what is on disk.
changes=$(run "SELECT data FROM pg_logical_slot_get_changes('all_tables', NULL, NULL)")
like "$changes" 'table public.published: INSERT' "what is published is decoded"
is "$(grep -c pggit <<<"$changes")" 0 "... and the log is not"
is "$(noted 'COMMENT ON TABLE published')" 1 "... but written, a long statement too"
run "SELECT pg_drop_replication_slot('all_tables')" >/dev/null

# Indexes that somebody adds to the log.
run 'CREATE INDEX ON pggit_v0.ddl_log USING gin (object_paths)' >/dev/null
run 'CREATE TABLE indexed (i int)' >/dev/null
is "$(psql -qXAt -c 'SET enable_seqscan = off' -c "SELECT statement FROM pggit.history WHERE object_paths @> '{public/tables/indexed.sql}'")" \
  'CREATE TABLE indexed (i int)' "an index on columns is kept up"
is "$(run 'CREATE INDEX by_length ON pggit_v0.ddl_log (length(statement))')" \
  'WARNING:  the DDL of this transaction will not be in pggit.history' "one on an expression is told of, and made all the same"
run 'DROP INDEX pggit_v0.by_length' >/dev/null
is "$(noted 'DROP INDEX pggit_v0.by_length')" 1 "... and without it commands are noted again"

# Without its own things.
like "$(run 'DROP SCHEMA pggit_v0 CASCADE')" 'cannot drop schema pggit_v0 because extension pggit requires it' \
  "the schemas are not dropped by mistake"
is "$(run 'ALTER EVENT TRIGGER pggit_sql_drop DISABLE; DROP TABLE in_two_phases; ALTER EVENT TRIGGER pggit_sql_drop ENABLE ALWAYS')" "" \
  "a superuser can switch the triggers off"
like "$(run "SELECT attributed_to FROM pggit.status() WHERE change_type = 'added' AND object_path LIKE '%third%'")" postgres \
  "... and what was seen is attributed"
done_testing
