# shellcheck shell=bash
# Counts checks and prints one line a suite. Source common.sh first.

total_passed=0 total_failed=0 total_skipped=0
suite_passed=0 suite_failed=0 suite_skipped=0
suite_start=0

begin_suite() {
  suite_name=$1
  suite_passed=0 suite_failed=0 suite_skipped=0
  suite_start=${EPOCHREALTIME/./}
}

# count PASSED FAILED SKIPPED
count() {
  suite_passed=$((suite_passed + $1))
  suite_failed=$((suite_failed + $2))
  suite_skipped=$((suite_skipped + $3))
}

end_suite() {
  local elapsed=$(((${EPOCHREALTIME/./} - suite_start) / 100000)) colour=$green line
  ((suite_failed == 0)) || colour=$red
  line="$suite_passed passed"
  ((suite_failed == 0)) || line+=", $suite_failed failed"
  ((suite_skipped == 0)) || line+=", $suite_skipped skipped"
  printf '%s%-12s%s %-32s %s%d.%d s%s\n' "$colour" "$suite_name" "$plain" "$line" "$dim" \
    $((elapsed / 10)) $((elapsed % 10)) "$plain"
  total_passed=$((total_passed + suite_passed))
  total_failed=$((total_failed + suite_failed))
  total_skipped=$((total_skipped + suite_skipped))
}

# show_failure NAME FILE [LINES]: the end of a failed check's output.
show_failure() {
  printf '%s%s failed:%s\n' "$red" "$1" "$plain"
  tail -n "${3:-40}" "$2" | sed 's/^/    /'
  printf '    %s(all of it: %s)%s\n' "$dim" "$2" "$plain"
}

# Reads TAP in FILE, made by a program that ended with STATUS; prints "passed failed skipped".
# A missing plan, a plan that was not kept and a bad end without a failed check are one failure each.
count_tap() {
  awk -v status="$2" '
    /^ok([ \t]|$)/ { if (tolower($0) ~ /# skip/) skipped++; else passed++; next }
    /^not ok([ \t]|$)/ { failed++; next }
    /^1\.\.[0-9]+/ { planned = substr($1, 4) + 0; plans++; next }
    END {
      if (plans != 1 || planned != passed + failed + skipped) failed++
      else if (status != 0 && failed == 0) failed++
      print passed + 0, failed + 0, skipped + 0
    }' "$1"
}

# Reads a GoogleTest report in FILE; no report means the program died: one failure.
count_gtest() {
  if [[ ! -s $1 ]]; then
    echo 0 1 0
    return
  fi
  awk '
    /<testcase / { if (/result="skipped"/ || /status="notrun"/) skipped++; else ran++; open = 1 }
    /<failure / { if (open) failed++; open = 0 }
    END { print ran - failed, failed + 0, skipped + 0 }' "$1"
}

print_summary() {
  printf '\npggit: %d passed, %d failed, %d skipped\n' "$total_passed" "$total_failed" "$total_skipped"
  ((total_failed == 0 && total_passed > 0))
}
