# shellcheck shell=bash
# Checks for end-to-end tests and suites written in shell; each prints one TAP line.
#
# The runner (scripts/test.sh) finds and runs every executable tests/e2e/*_test.* and
# tests/<suite>/run.sh. Each starts in its own scratch directory, with
#
#   PGHOST PGPORT PGUSER PGDATABASE   a private server, superuser, a database of its own (empty)
#   PATH                              that server's psql, pg_dump, pg_config ..., and the command pggit
#   PGGIT_ROOT PGGIT_BUILD            the checkout and the build folder
#   PGGIT_CLUSTER_LOG                 the server's log
#
# and must print a plan ("1..N", which done_testing does): a test that dies half way, runs fewer
# checks than planned or prints no plan has failed. A server of one's own, for tests that stop,
# crash or configure it: scripts/cluster.sh with NAME -- COMMAND.
#
#   #!/usr/bin/env bash
#   set -u
#   . "$PGGIT_ROOT/tests/support/tap.sh"
#   is "$(psql -Atc 'SELECT 1 + 1')" 2 "the server can add"
#   ok "the extension can be created" psql -c 'CREATE EXTENSION pggit'
#   exits 2 "an unknown command is a usage error" pggit nonsense
#   like "$err" 'did you mean' "... and says so"
#   done_testing

tap_count=0
export PSQLRC=/dev/null

tap_result() {
  local status=$1 name=$2
  tap_count=$((tap_count + 1))
  if ((status == 0)); then
    printf 'ok %d - %s\n' "$tap_count" "$name"
  else
    printf 'not ok %d - %s\n' "$tap_count" "$name"
  fi
  return "$status"
}

# Lines for the reader of a failure.
note() { printf '%s\n' "$*" | sed 's/^/# /'; }

pass() { tap_result 0 "$1"; }
fail() { tap_result 1 "$1"; }

# ok NAME COMMAND...: the command succeeds; its output is shown only when it does not.
ok() {
  local name=$1 output
  shift
  if output=$("$@" 2>&1); then pass "$name"; else
    fail "$name"
    note "command: $*"
    note "$output"
  fi
}

# not_ok NAME COMMAND...: the command fails.
not_ok() {
  local name=$1 output
  shift
  if output=$("$@" 2>&1); then
    fail "$name"
    note "command succeeded: $*"
    note "$output"
  else pass "$name"; fi
}

# exits STATUS NAME COMMAND...: the exact exit status; leaves the output in $out and $err.
exits() {
  local want=$1 name=$2 status=0 errors
  shift 2
  errors=$(mktemp)
  out=$("$@" 2>"$errors") || status=$?
  err=$(<"$errors")
  rm -f "$errors"
  if ((status == want)); then pass "$name"; else
    fail "$name"
    note "command: $*"
    note "exit status $status, expected $want"
    note "stdout: $out"
    note "stderr: $err"
  fi
}

# is GOT WANT NAME
is() {
  if [[ $1 == "$2" ]]; then pass "$3"; else
    fail "$3"
    note "got:"
    note "$1"
    note "expected:"
    note "$2"
  fi
}

# isnt GOT UNWANTED NAME
isnt() {
  if [[ $1 != "$2" ]]; then pass "$3"; else
    fail "$3"
    note "got what was not wanted:"
    note "$1"
  fi
}

# like TEXT REGEX NAME: the text holds a match of the extended regular expression.
like() {
  if [[ $1 =~ $2 ]]; then pass "$3"; else
    fail "$3"
    note "no match for: $2"
    note "$1"
  fi
}

# unlike TEXT REGEX NAME
unlike() {
  if [[ $1 =~ $2 ]]; then
    fail "$3"
    note "unwanted match for: $2"
    note "$1"
  else pass "$3"; fi
}

done_testing() { printf '1..%d\n' "$tap_count"; }
