# shellcheck shell=bash
# How each kind of suite runs. Uses tally.sh, the environment of a running cluster, and $logs.

# Meant for a test that hangs, so far beyond what one takes on a machine that is busy with other things.
readonly one_test_timeout=${PGGIT_TEST_TIMEOUT:-1800}

# add_counts "passed failed skipped"; succeeds when nothing failed.
add_counts() {
  local passed failed skipped
  read -r passed failed skipped <<<"$1"
  count "$passed" "$failed" "$skipped"
  ((failed == 0))
}

# run_limited LOG COMMAND...: not longer than a test may take, or $time_limit seconds (0: any). Waited for in the background, so that an
# interrupt is heard at once and can end it.
running='' asan_build=''
declare -A apart=() apart_since=()
run_limited() {
  local log=$1 status=0
  shift
  timeout "${time_limit:-$one_test_timeout}" "$@" >"$log" 2>&1 </dev/null &
  running=$!
  wait "$running" || status=$?
  running=''
  return "$status"
}

end_running() {
  [[ -z $running ]] || kill "$running" 2>/dev/null || true
  [[ -z $asan_build ]] || kill -- "-$asan_build" 2>/dev/null || true
  ((${#apart[@]} == 0)) || kill "${apart[@]}" 2>/dev/null || true
}

# A suite whose files exist and which ran no check is broken, not fast.
require_checks() {
  if ((suite_passed + suite_failed + suite_skipped == 0)); then
    printf '%s%s: its tests exist and none ran%s\n' "$red" "$suite_name" "$plain"
    count 0 1 0
  fi
}

run_gtest() {
  local program=$1 name report log
  name=$suite_name-$(basename "$program")
  report=$logs/$name.xml log=$logs/$name.log
  run_limited "$log" "$program" --gtest_brief=1 --gtest_output="xml:$report" || true
  add_counts "$(count_gtest "$report")" || show_failure "$program" "$log"
}

run_unit() {
  local program
  while read -r program; do
    run_gtest "$program"
  done < <(find "$PGGIT_BUILD" -path "$PGGIT_BUILD/stage" -prune -o -type f -name '*_tests' -perm -u+x -print | sort)
  require_checks
}

# begin_asan: compiles for the sanitizers while the other suites, which leave half of the machine
# alone, run; they come first. A build elsewhere than at home, as for another major, goes without.
begin_asan() {
  [[ $PGGIT_BUILD == "$PGGIT_ROOT/build/release" ]] || return 0
  setsid nice -n 10 "$here/build.sh" asan core_tests >"$logs/asan-build.log" 2>&1 </dev/null &
  asan_build=$!
}

run_asan() {
  [[ -n $asan_build ]] || return 0
  local build=$asan_build status=0
  wait "$build" || status=$?
  asan_build=''
  if ((status == 0)); then
    run_gtest "$PGGIT_ROOT/build/asan/src/core/core_tests"
  else
    count 0 1 0
    show_failure "the sanitizer build" "$logs/asan-build.log"
  fi
}

# fresh_database NAME: an empty database; prints its name, cut to what an identifier holds.
fresh_database() {
  local name=${1//[^A-Za-z0-9_]/_}
  name=${name:0:63}
  createdb --template=template0 "$name"
  printf '%s\n' "$name"
}

# Both of PostgreSQL's own drivers: one file, one database, one comparison.
run_driver() {
  local driver=$1 kind=$2 pattern=$3 file name output log expected result
  driver=$(dirname "$("$PG_CONFIG" --pgxs)")/../test/$driver
  [[ -x $driver ]] || die "$driver is not there; install PostgreSQL's development files"
  for file in $pattern; do
    [[ -e $file ]] || return 0
    name=$(basename "$file")
    name=${name%.*}
    output=$logs/$kind/$name log=$logs/$kind/$name.log
    expected=$PGGIT_ROOT/tests/$kind/expected/$name.out result=$output/results/$name.out
    mkdir -p "$output"
    if run_limited "$log" "$driver" --inputdir="tests/$kind" --outputdir="$output" --bindir="" \
      --host="$PGHOST" --port="$PGPORT" --user="$PGUSER" --dbname="${kind}_${name:0:50}" "$name"; then
      count 1 0 0
    elif [[ -n ${UPDATE:-} && -f $result ]]; then
      cp "$result" "$expected"
      printf 'rewrote %s\n' "${expected#"$PGGIT_ROOT/"}"
      count 1 0 0
    else
      count 0 1 0
      [[ ! -s $output/regression.diffs ]] || log=$output/regression.diffs
      [[ -f $expected ]] || log=$result
      show_failure "$kind/$name" "$log"
    fi
  done
  require_checks
}

run_regress() { run_driver regress/pg_regress regress 'tests/regress/sql/*.sql'; }
run_isolation() { run_driver isolation/pg_isolation_regress isolation 'tests/isolation/specs/*.spec'; }

# log_tap NAME PROGRAM: runs it in a scratch directory and a database of its own; its status.
log_tap() {
  local name=$1 program=$PGGIT_ROOT/$2 log=$logs/$1.log scratch status=0 database
  scratch=$(mktemp -d)
  database=$(fresh_database "test_$name")
  run_limited "$log" env --chdir="$scratch" PGDATABASE="$database" "$program" || status=$?
  rm -rf "$scratch"
  return "$status"
}

# count_log NAME PROGRAM STATUS
count_log() {
  local log=$logs/$1.log
  add_counts "$(count_tap "$log" "$3")" && return 0
  grep -v '^ok ' "$log" >"$log.failed" || echo "exit status $3" >"$log.failed"
  show_failure "$2" "$log.failed"
}

run_tap() {
  local status=0
  log_tap "$1" "$2" || status=$?
  count_log "$1" "$2" "$status"
}

# begin_apart NAME: a suite that has a server of its own, and runs while others do.
begin_apart() {
  apart_since[$1]=${EPOCHREALTIME/./}
  "$here/cluster.sh" start "$cluster-$1"
  (
    apart=() asan_build=''
    trap 'end_running; exit 143' TERM
    eval "$("$here/cluster.sh" env "$cluster-$1")"
    printf '%s\n' "$PGGIT_CLUSTER_LOG" >"$logs/$1.server"
    log_tap "$1" "tests/$1/run.sh"
  ) &
  apart[$1]=$!
}

run_apart() {
  local status=0
  suite_start=${apart_since[$1]}
  wait "${apart[$1]}" || status=$?
  unset "apart[$1]"
  count_log "$1" "tests/$1/run.sh" "$status"
}

run_e2e() {
  local program
  for program in tests/e2e/*_test.*; do
    [[ -e $program ]] || return 0
    if [[ ! -x $program ]]; then
      printf '%s%s is not executable%s\n' "$red" "$program" "$plain"
      count 0 1 0
      continue
    fi
    run_tap "e2e-$(basename "${program%.*}")" "$program"
  done
  require_checks
}
