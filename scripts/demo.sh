#!/usr/bin/env bash
# The demo: a private server with a small shop, and a story told on it.
#
#   scripts/demo.sh start [NAME]    tells the story once and leaves the server running
#   scripts/demo.sh stop [NAME]     stops the server and deletes its data
#
# A chapter is a file demo/NN-name.sql or .sh, told in order. Its first comment line is the heading,
# the comment lines after it are the introduction. SQL chapters run in psql and stop at the first
# error; \set ECHO queries shows statements as they run. Shell chapters are sourced with PGHOST,
# PGDATABASE ... set and pggit on the PATH; `show COMMAND...` prints a command and runs it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=scripts/lib/common.sh
. "$here/lib/common.sh"

name=${2:-demo}
database=shop

show() {
  local word line=''
  for word; do
    [[ $word != *[^a-zA-Z0-9_./=:-]* ]] || word="'$word'"
    line+="${line:+ }$word"
  done
  printf '%s$ %s%s\n' "$bold" "$line" "$plain"
  "$@"
}

# The comment at the top of a chapter: the heading, then the introduction as it stands.
print_introduction() {
  local line first=true
  while IFS= read -r line && [[ $line =~ ^(--|#)\ ?(.*)$ ]]; do
    line=${BASH_REMATCH[2]}
    if [[ $line == !* || $line == "shellcheck "* ]]; then continue; fi
    if $first; then
      printf '\n%s== %s ==%s\n' "$bold" "$line" "$plain"
      first=false
    else
      printf '%s\n' "$line"
    fi
  done <"$1"
  printf '\n'
}

tell_chapter() {
  print_introduction "$1"
  case $1 in
    *.sql) psql -X -q -v ON_ERROR_STOP=1 -f "$1" ;;
    *.sh) (
      # shellcheck source=/dev/null
      . "$1"
    ) ;;
  esac
}

tell_story() {
  local chapter
  createdb --template=template0 "$database"
  for chapter in "$PGGIT_ROOT"/demo/[0-9][0-9]-*; do
    tell_chapter "$chapter" || {
      dropdb --force "$database"
      die "the chapter ${chapter#"$PGGIT_ROOT"/} failed"
    }
  done
  psql -X -q -c "COMMENT ON DATABASE $database IS 'the story of pggit, told to its end'"
}

was_told() {
  [[ $(psql -XAtc "SELECT shobj_description(oid, 'pg_database') IS NOT NULL FROM pg_database
    WHERE datname = '$database'" postgres) == t ]]
}

print_directions() {
  local stop="make demo-stop"
  [[ $name == demo ]] || stop="scripts/demo.sh stop $name"
  printf '\n%sThe server keeps running.%s\n' "$bold" "$plain"
  printf '  look around   %q -h %q -U %q %q\n' "$(command -v psql)" "$PGHOST" "$PGUSER" "$database"
  if command -v pggit >/dev/null; then
    printf '  the command   %q -h %q -U %q -d %q doctor\n' "$(command -v pggit)" "$PGHOST" "$PGUSER" "$database"
  fi
  printf '  stop it       %s\n' "$stop"
}

start() {
  local variable
  for variable in "${!PG@}"; do
    [[ $variable == PGGIT_* || $variable == PG_CONFIG ]] || unset "$variable"
  done
  "$here/cluster.sh" start "$name" -d
  eval "$("$here/cluster.sh" env "$name")"
  export PGDATABASE=$database PAGER=''
  if was_told; then
    printf 'The demo is there already, with its data; %smake demo-stop%s first tells it anew.\n' "$bold" "$plain"
  else
    dropdb --if-exists --force "$database" 2>/dev/null
    tell_story
  fi
  print_directions
}

case ${1:-} in
  start) start ;;
  stop)
    "$here/cluster.sh" remove "$name"
    printf 'The demo is gone.\n'
    ;;
  *) die "usage: scripts/demo.sh start|stop [NAME]" ;;
esac
