# shellcheck shell=bash
# What end-to-end tests of the command share. Source tap.sh first.

# json EXPRESSION: prints what the Python expression says of the document d on standard input.
json() { python3 -c 'import json, sys; d = json.load(sys.stdin); print(eval(sys.argv[1]))' "$1"; }

# terminal [--expect TEXT --send TEXT]... -- COMMAND...: see tests/support/on_terminal.py.
terminal() { TERM=xterm "$PGGIT_ROOT/tests/support/on_terminal.py" "$@"; }

# wait_for SECONDS COMMAND...: until it succeeds, looking ten times a second.
wait_for() {
  local tries=$(($1 * 10))
  shift
  until "$@" >/dev/null 2>&1; do
    ((tries-- > 0)) || return 1
    sleep 0.1
  done
}
