#!/usr/bin/env bash
# Runs the tests of a finished build against a private server, and counts every check.
#
#   scripts/test.sh                    everything
#   ONLY="unit regress" scripts/test.sh    some suites, by the name at the start of their line
#   UPDATE=1 scripts/test.sh           rewrites the expected output of regress and isolation
#
# Suites are found by pattern, never by a list:
#   unit        programs *_tests in the build folder (GoogleTest)
#   regress     tests/regress/sql/*.sql with tests/regress/expected/*.out (pg_regress)
#   isolation   tests/isolation/specs/*.spec with tests/isolation/expected/*.out
#   e2e         executables tests/e2e/*_test.* (TAP; see tests/support/tap.sh)
#   <name>      executable tests/<name>/run.sh (TAP); one that says "# apart:" runs beside the others, on a
#               server of its own
#   asan        core's unit tests under the address and undefined-behaviour sanitizers
# Each file has a database of its own. The last line counts all checks: "pggit: N passed, N failed,
# N skipped". Output of each program is kept in <build folder>/test-logs.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=scripts/lib/common.sh
. "$here/lib/common.sh"
# shellcheck source=scripts/lib/tally.sh
. "$here/lib/tally.sh"
# shellcheck source=scripts/lib/suites.sh
. "$here/lib/suites.sh"

# Nothing of the caller's own connection settings or start-up files may reach a test.
for name in "${!PG@}"; do
  [[ $name == PGGIT_* || $name == PG_CONFIG ]] || unset "$name"
done
export PGGIT_ROOT PGGIT_BUILD LC_ALL=C.UTF-8 TZ=UTC
logs=$PGGIT_BUILD/test-logs
rm -rf "$logs"
mkdir -p "$logs/home"
export HOME=$logs/home

cd "$PGGIT_ROOT"
suites=(unit regress isolation e2e)
is_apart() { grep -qs '^# apart: ' "tests/$1/run.sh"; }
last=()
for run in tests/*/run.sh; do
  [[ -x $run ]] || continue
  name=$(basename "$(dirname "$run")")
  if is_apart "$name"; then last+=("$name"); else suites+=("$name"); fi
done
suites+=("${last[@]}" asan)
if [[ -n ${ONLY:-} ]]; then
  for name in $ONLY; do
    [[ " ${suites[*]} " == *" $name "* ]] || die "there is no suite \"$name\"; suites: ${suites[*]}"
  done
  read -ra suites <<<"${ONLY//$'\n'/ }"
fi

cluster=test-$$
clusters=("$cluster")
clean_up() {
  local name
  end_running
  for name in "${clusters[@]}"; do "$here/cluster.sh" remove "$name"; done
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
[[ " ${suites[*]} " != *" asan "* ]] || begin_asan
"$here/cluster.sh" start "$cluster"
for name in "${suites[@]}"; do
  is_apart "$name" || continue
  clusters+=("$cluster-$name")
  begin_apart "$name"
done
eval "$("$here/cluster.sh" env "$cluster")"
begin_suite server
server_line=$(psql -XAtc "SELECT 'PostgreSQL ' || current_setting('server_version')")
printf '%s%s%s\n' "$bold" "$server_line" "$plain"

for name in "${suites[@]}"; do
  begin_suite "$name"
  case $name in
    unit) run_unit ;;
    asan) run_asan ;;
    regress) run_regress ;;
    isolation) run_isolation ;;
    e2e) run_e2e ;;
    *) if is_apart "$name"; then run_apart "$name"; else run_tap "$name" "tests/$name/run.sh"; fi ;;
  esac
  ((suite_passed + suite_failed + suite_skipped == 0)) || end_suite
done

# Whatever the checks said, a server that crashed under them is a failure.
begin_suite server
mapfile -t server_logs < <(cat "$logs"/*.server 2>/dev/null)
if grep -hE 'PANIC|TRAP:|was terminated by signal' "$PGGIT_CLUSTER_LOG" "${server_logs[@]}" >"$logs/server.log"; then
  count 0 1 0
  show_failure "the server survives every test" "$logs/server.log"
else
  count 1 0 0
fi
end_suite
print_summary
