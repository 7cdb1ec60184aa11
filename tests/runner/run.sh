#!/usr/bin/env bash
# The runner must not report success where there is none: a test that dies, lies about its plan or
# says nothing counts as a failure.
set -u
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=scripts/lib/common.sh
. "$PGGIT_ROOT/scripts/lib/common.sh"
# shellcheck source=scripts/lib/tally.sh
. "$PGGIT_ROOT/scripts/lib/tally.sh"

# tap STATUS LINE...: how the runner counts this output.
tap() {
  local status=$1
  shift
  printf '%s\n' "$@" >tap.txt
  count_tap tap.txt "$status"
}

is "$(tap 0 'ok 1 - a' 'ok 2 - b' '1..2')" "2 0 0" "checks that pass are counted"
is "$(tap 0 '1..2' 'ok 1' 'not ok 2 - b')" "1 1 0" "checks that fail are counted"
is "$(tap 1 'ok 1' 'not ok 2 - b' '1..2')" "1 1 0" "a failed check explains the exit status"
is "$(tap 0 'ok 1 - a # SKIP no reason' '1..1')" "0 0 1" "skipped checks are counted apart"
is "$(tap 1 'ok 1' '1..1')" "1 1 0" "a bad end after good checks is a failure"
is "$(tap 0 'ok 1 - a')" "1 1 0" "no plan is a failure"
is "$(tap 0 'ok 1 - a' '1..2')" "1 1 0" "a plan that was not kept is a failure"
is "$(tap 0 '')" "0 1 0" "saying nothing is a failure"
is "$(tap 0 'okay, starting' 'ok 1 - a' '1..1')" "1 0 0" "other output is not a check"

cat >report.xml <<'XML'
<testsuites tests="3" failures="1">
    <testcase name="A" status="run" result="completed" classname="S" />
    <testcase name="B" status="run" result="completed" classname="S">
      <failure message="one" type=""></failure>
      <failure message="two" type=""></failure>
    </testcase>
    <testcase name="C" status="run" result="skipped" classname="S" />
</testsuites>
XML
is "$(count_gtest report.xml)" "1 1 1" "a GoogleTest report is counted by test case"
is "$(count_gtest nothing.xml)" "0 1 0" "a program that left no report has failed"

total_passed=3 total_failed=1 total_skipped=2
is "$(print_summary)" $'\npggit: 3 passed, 1 failed, 2 skipped' "the summary counts all of them"
not_ok "a failure decides the exit status" print_summary
total_passed=0 total_failed=0
not_ok "no checks at all is no success" print_summary
total_passed=1
ok "otherwise the run succeeds" print_summary

# tap.sh itself, on checks that must fail.
bad=$(
  tap_count=0
  ok "a" false
  not_ok "b" true
  exits 3 "c" true
  is x y "d"
  isnt x x "e"
  like abc z "f"
  unlike abc b "g"
  done_testing
)
is "$(grep -c '^not ok' <<<"$bad")" 7 "every kind of check can fail"
is "$(tail -n 1 <<<"$bad")" "1..7" "the plan counts them"

done_testing
