#!/usr/bin/env bash
# The boundary under fire: every server call of every function fails once in every way, and each
# time the right error arrives, nothing leaks and the session goes on.
#
# apart: it alters the server's settings, wants nobody else to write there, and takes a third of the time of all suites.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
here=$PGGIT_ROOT/tests/boundary

module=$(pg_config --pkglibdir)/pggit_faulty.so
# A reading during which nobody writes asks less of the server: the calls are to be the same each time.
autovacuum() { psql -qXAt -c "ALTER SYSTEM $1 autovacuum$2" -c 'SELECT pg_reload_conf()' >/dev/null; }
trap 'rm -f "$module"; autovacuum RESET ""' EXIT
autovacuum SET ' = off'
# Renamed into place: a file of that name may be a link into the installation of the host.
cp "$PGGIT_BUILD/src/extension/pggit_faulty.so" "$module.new" && mv -f "$module.new" "$module" || exit 1
log_before=$(wc -c <"$PGGIT_CLUSTER_LOG")

# sql TEXT: rows as unaligned text, the error stream with them.
sql() { psql -qXAt -v ON_ERROR_STOP=1 -c "$1" 2>&1; }

# talk: a psql session fed from stdin; errors are shown whole, lines of our sources without numbers.
talk() {
  psql -qXAt -v VERBOSITY=verbose -v SHOW_CONTEXT=errors 2>&1 |
    sed -E 's/^(LOCATION:  .*\.cc):[0-9]+$/\1/'
}

trim() { sed 's/^ *//; s/ *$//' <<<"$1"; }

ok "the tools of the test can be made" psql -qX -v ON_ERROR_STOP=1 -f "$here/setup.sql"

while IFS='|' read -r function call setup; do
  setup=$(trim "$setup")
  psql -qX -v ON_ERROR_STOP=1 -v function="$(trim "$function")" -v call="$(trim "$call")" \
    -v setup="${setup:-SELECT 1}" <<<"INSERT INTO fault.target VALUES (:'call', :'function', :'setup');"
done < <(grep -v '^#' "$here/calls.txt")

is "$(sql "SELECT p.oid::regprocedure FROM pg_proc p
           WHERE probin = '\$libdir/pggit_faulty' AND pronamespace <> 'fault'::regnamespace
             AND NOT (provolatile = 'i' AND 'pggit_v0.sha'::regtype IN (prorettype, proargtypes[0], proargtypes[1]))
             AND prorettype <> 'event_trigger'::regtype
             AND oid NOT IN (SELECT function FROM fault.target)")" "" \
  "every C function of the extension has a call in calls.txt, those of the type sha apart, which cross nothing, and event triggers, see below"
ok "the server calls of each can be counted" psql -qX -v ON_ERROR_STOP=1 -c 'CALL fault.count_calls()'
is "$(sql "SELECT call FROM fault.target WHERE server_calls IS NULL OR server_calls < 1")" "" \
  "each crosses the boundary at least once"

# What arrives at a client, whole.
own='DETAIL:  detail of the fault
HINT:  hint of the fault
CONTEXT:  context of the fault
SCHEMA NAME:  a schema
TABLE NAME:  a table
COLUMN NAME:  a column
DATATYPE NAME:  a type
CONSTRAINT NAME:  a constraint
LOCATION:  RaiseServerError, fault_injection.cc'
expected() {
  case $1 in
    server) printf 'ERROR:  VCX01: injected fault\nLINE 1: %s;\n               ^\n%s\n' "$2" "$own" ;;
    server_internal)
      printf 'ERROR:  VCX01: injected fault\nLINE 1: query of the fault\n          ^\n'
      printf '%s\n' "$own" | sed '/^HINT/a QUERY:  query of the fault'
      ;;
    error)
      printf 'ERROR:  VC001: injected error\nDETAIL:  detail of the error\nHINT:  hint of the error\n'
      echo 'LOCATION:  Raise, boundary.cc'
      ;;
    internal) printf 'ERROR:  XX000: injected broken invariant\nLOCATION:  Raise, boundary.cc\n' ;;
    standard) printf 'ERROR:  XX000: injected standard exception\nLOCATION:  Raise, boundary.cc\n' ;;
    foreign) printf 'ERROR:  XX000: unknown exception in pggit\nLOCATION:  Raise, boundary.cc\n' ;;
    bad_alloc) printf 'ERROR:  53200: out of memory\nLOCATION:  Raise, boundary.cc\n' ;;
  esac
}

# Every N from a client's own statement, in one session that ends by doing the call for real.
while IFS='|' read -r call setup count; do
  [[ $call != *fault.run* ]] || continue # nested: positions and contexts differ by depth, see below
  for kind in server server_internal error internal standard foreign bad_alloc; do
    # A call that crosses the boundary often fails at each of them with a server's error, at every
    # seventh with the other kinds.
    step=1
    ((count <= 100)) || [[ $kind == server ]] || step=7
    # Calls that cross it hundreds of times cross in the same places again: some of them serve.
    if ((count > 200)); then
      [[ $kind == server ]] && step=$((count / 60)) || step=$((count / 10))
    fi
    got=$({
      printf 'BEGIN;\n%s \\g /dev/null\nSAVEPOINT s;\n' "$setup"
      for ((n = 1; n <= count; n += step)); do
        printf "SELECT fault.arm('%s', %d) AS armed \\\\gset\n%s;\nROLLBACK TO s;\n" "$kind" "$n" "$call"
      done
      printf "%s \\\\g /dev/null\nROLLBACK; SELECT 'alive';\n" "$call"
    } | talk | grep -v '^NOTICE:  00000\|^LOCATION:  operator()')
    want=$(for ((n = 1; n <= count; n += step)); do expected "$kind" "$call"; done && echo alive)
    is "$got" "$want" "$kind at the server calls of $call, $count in all (one of $step)"
  done
done < <(sql "SELECT call, setup, server_calls FROM fault.target ORDER BY 1")

# Both directions nested: server -> C++ -> server -> C++ -> server.
got=$(talk <<'SQL'
SELECT fault.arm('server', 4) AS armed \gset
SELECT fault.run('SELECT pggit.version()');
SELECT fault.arm('error', 4) AS armed \gset
SELECT fault.run('SELECT pggit.version()');
SELECT fault.run('SELECT fault.run(''SELECT 1 / 0'')');
SELECT fault.run('SELECT fault.run(''SELEC 1'')');
SELECT 'alive';
SQL
)
is "$(sed -E '/^LOCATION/d' <<<"$got")" "ERROR:  VCX01: injected fault
LINE 1: SELECT pggit.version()
               ^
$(grep -v LOCATION <<<"$own" | sed '/^HINT/a QUERY:  SELECT pggit.version()' |
  sed '/^CONTEXT/s/$//')
ERROR:  VC001: injected error
DETAIL:  detail of the error
HINT:  hint of the error
CONTEXT:  SQL statement \"SELECT pggit.version()\"
ERROR:  22012: division by zero
CONTEXT:  SQL statement \"SELECT 1 / 0\"
SQL statement \"SELECT fault.run('SELECT 1 / 0')\"
ERROR:  42601: syntax error at or near \"SELEC\"
LINE 1: SELEC 1
        ^
QUERY:  SELEC 1
CONTEXT:  SQL statement \"SELECT fault.run('SELEC 1')\"
alive" "an error through both languages twice keeps position, query and context"

# Caught and thrown on by PL/pgSQL, the error is still whole.
got=$(talk <<'SQL'
SELECT fault.arm('server', 1) AS armed \gset
DO $$
BEGIN
  PERFORM pggit.version();
EXCEPTION WHEN SQLSTATE 'VCX01' THEN
  RAISE;
END
$$;
SELECT 'alive';
SQL
)
is "$got" "ERROR:  VCX01: injected fault
LINE 1: SELECT pggit.version()
               ^
$(sed '/^HINT/a QUERY:  SELECT pggit.version()
/^CONTEXT/a PL/pgSQL function inline_code_block line 3 at PERFORM' <<<"$own")
alive" "an error caught and thrown on by PL/pgSQL keeps position, query and context"

# An error that is caught leaves the server's stacks as they were.
is "$(sql 'SELECT fault.survive(100)')" t "a hundred errors caught in one call leave every stack in place"
got=$(talk <<'SQL'
SELECT fault.replace('SELECT fault.run(''DO $$ BEGIN PERFORM 1 / 0; END $$'')');
SELECT 'alive';
SQL
)
is "$got" "ERROR:  VC001: instead of: division by zero
LOCATION:  Raise, boundary.cc
alive" "an error may be replaced, and then has the context of its own place"

# After an error the transaction is the server's business as ever.
# In a database of its own: init() makes a history that stays.
createdb --template="$PGDATABASE" after
got=$(PGDATABASE=after talk <<'SQL'
BEGIN;
SELECT fault.arm('server', 3) AS armed \gset
SELECT count(*) FROM pggit.doctor() \g /dev/null
SELECT 1;
COMMIT;
BEGIN;
SELECT pggit.init() \g /dev/null
COMMIT;
SELECT count(*) FROM pggit_v0.repository;
SELECT current_user = session_user;
SQL
)
dropdb after
is "$(grep -c '^ERROR:  25P02' <<<"$got")" 1 "a failed call fails its transaction"
is "$(tail -n 2 <<<"$got")" "1
t" "... and the next one works, as the same role"

got=$(talk <<'SQL'
SET statement_timeout = '50ms';
SELECT fault.spin();
SELECT fault.run('SELECT pg_catalog.pg_sleep(60)');
SELECT 'alive';
SQL
)
is "$(sed '/^LOCATION/d' <<<"$got")" 'ERROR:  57014: canceling statement due to statement timeout
ERROR:  57014: canceling statement due to statement timeout
CONTEXT:  SQL statement "SELECT pg_catalog.pg_sleep(60)"
alive' "C++ code can be cancelled, in a loop of its own and in the server's"

# Nothing leaks: after the same faults once, which fill caches, memory is as it was however many come.
# The last line of the session shows that a leak would be seen. A lost C++ object takes 32 bytes at least.
got=$(psql -qXAt -v ON_ERROR_STOP=1 2>&1 <<'SQL'
SET client_min_messages = warning;
CALL fault.count_calls(); -- a session keeps the plans of what it has asked once
SELECT fault.storm(3) AS faults \gset
SELECT * FROM fault.memory \gset before_
SELECT * FROM fault.memory \gset before_
SELECT fault.storm(3) AS faults \gset
SELECT * FROM fault.memory \gset after_
SELECT :faults > 2000, :after_contexts <= :before_contexts, :after_top <= :before_top, :after_ours,
  CASE WHEN :after_heap - :before_heap < 8 * :faults THEN 'flat' ELSE (:after_heap - :before_heap)::text END;
SELECT count(fault.leak()) + count(fault.leak_context()) FROM generate_series(1, :faults) \g /dev/null
SELECT * FROM fault.memory \gset leaky_
SELECT :leaky_top - :after_top > :faults, :leaky_heap - :after_heap > 8 * :faults;
SQL
)
is "$got" "t|t|t|0|flat
t|t" "thousands of faults leave no memory behind, and a leak would be seen"

# The same from a client's own statements, where each fault aborts a transaction. The server's caches grow in some rounds;
# what leaks grows in every one.
# rest ROUNDS STATEMENTS: whether there is a round that leaves nothing behind.
rest() {
  {
    printf '%s\nSELECT * FROM fault.memory \\gset before_\n' "$2" "$2"
    for ((round = 1; round <= $1; round++)); do
      printf '%s\n' "$2"
      cat <<'SQL'
SELECT * FROM fault.memory \gset now_
SELECT :now_contexts <= :before_contexts AND :now_top <= :before_top AND :now_ours = 0
  AND :now_heap - :before_heap < 64 AS rests \gset
\if :rests
  \echo rests
  \quit
\endif
\set before_contexts :now_contexts
\set before_top :now_top
\set before_heap :now_heap
SQL
    done
    printf '%s\n' '\echo grows to :now_contexts contexts, :now_top and :now_heap bytes'
  } 2>/dev/null | psql -qXAt 2>&1 | tail -n 1
}
storm=$(sql "SELECT format(E'SELECT fault.arm(%L, %s) AS armed \\\\gset\\n%s;', k, n, call)
  FROM fault.target, unnest(ARRAY['server', 'error', 'foreign', 'bad_alloc']) k, generate_series(1, server_calls, greatest(server_calls / 8, 1)) n
  WHERE setup = 'SELECT 1'")
is "$(rest 40 "$storm")" rests "nor do aborted transactions"
like "$(rest 6 'SELECT fault.leak();')" '^grows' "... a lost object would be seen"
like "$(rest 6 'SELECT fault.leak_context();')" '^grows' "... and a lost context"

tail -c "+$((log_before + 1))" "$PGGIT_CLUSTER_LOG" >server.log
log_before=$(wc -c <"$PGGIT_CLUSTER_LOG")
is "$(grep -E 'WARNING|PANIC|FATAL' server.log)" "" \
  "the server warns of nothing: no leaked snapshot, pin, relation or SPI level"
like "$(grep -c 'injected fault' server.log)" '^[1-9]' "... and did log the faults"

# What fails while DDL is noted and written is told, and never fails the DDL.
createdb --template="$PGDATABASE" captured
export PGDATABASE=captured
ok "a database can be initialised" psql -qX -o /dev/null -c 'SELECT pggit.init()'
commands=('CREATE TABLE victim (a int)' 'CREATE INDEX part ON victim (a)' 'ALTER TABLE victim RENAME TO gone'
  'DROP INDEX part' 'GRANT SELECT ON gone TO PUBLIC' 'DROP TABLE gone')
mapfile -t counts < <(for command in "${commands[@]}"; do
  printf "SELECT fault.arm('none', 0) AS armed \\\\gset\n%s;\nSELECT fault.calls();\n" "$command"
done | talk)
is "${#counts[@]} $(printf '%s\n' "${counts[@]}" | grep -c '^[1-9][0-9]*$')" "6 6" "the server calls of each can be counted"
for kind in none server server_internal error internal standard foreign bad_alloc; do
  got=$(for ((n = 1; n <= 60; ++n)); do
    for i in "${!commands[@]}"; do
      ((n > counts[i])) || printf "SELECT fault.arm('%s', %d) AS armed \\\\gset\n" "$kind" "$n"
      printf '%s;\n' "${commands[i]}"
    done
  done | talk)
  is "$(grep -cE '^(ERROR|FATAL|PANIC)' <<<"$got")" 0 "$kind: DDL whose capture fails is done all the same"
  if [[ $kind == none ]]; then
    is "$got" "" "... and when nothing fails, nothing is said"
    is "$(sql "SELECT count(*), count(DISTINCT transaction_id) FROM pggit.history")" "366|366" "... and all of it is recorded"
  else
    like "$(grep -c '^WARNING:  01000: a DDL command will not be in pggit.history' <<<"$got")" '^[1-9]' "... with a warning where it is noted"
    like "$(grep -c '^WARNING:  01000: the DDL of this transaction will not be in pggit.history' <<<"$got")" '^[1-9]' \
      "... and where it is written"
    is "$(grep -c '^WARNING' <<<"$got")" "$(grep -c '^WARNING:  01000: .* will not be in pggit.history' <<<"$got")" "... and no other"
  fi
done
before=$(sql "SELECT count(*) FROM pggit.history")
is "$(sql "SELECT fault.arm('none', 0)" >/dev/null; sql 'CREATE TABLE t ()'; sql 'SELECT count(*) FROM pggit.history')" "$((before + 1))" \
  "the next command is recorded"
tail -c "+$((log_before + 1))" "$PGGIT_CLUSTER_LOG" | grep -E 'WARNING|PANIC|FATAL' | grep -v 'will not be in pggit.history' >others.log
is "$(cat others.log)" "" "the server warns of nothing else"

done_testing
