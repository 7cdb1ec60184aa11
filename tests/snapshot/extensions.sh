#!/usr/bin/env bash
# Judges a database with each extension that the server offers; prints TAP.
#
#   scripts/cluster.sh with extensions -- tests/snapshot/extensions.sh [EXTENSION...]
#
# Not part of `make test`, which knows only what comes with the server: install postgis, pg_partman,
# pgtap and whatever else is to be judged first.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/snapshot/judge.sh
. "$PGGIT_ROOT/tests/snapshot/judge.sh"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit

(($# > 0)) || mapfile -t extensions < <(psql -XAtc \
  "SELECT name FROM pg_available_extensions WHERE name NOT LIKE 'pggit%' ORDER BY name")
(($# == 0)) || extensions=("$@")

create() {
  printf 'SET client_min_messages = warning; CREATE EXTENSION IF NOT EXISTS "%s" CASCADE;\n' "$@"
}
for extension in "${extensions[@]}"; do
  create "$extension" >"$extension.sql"
  judge_file "$extension.sql"
done
done_testing
