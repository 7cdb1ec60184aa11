#!/usr/bin/env bash
# restore(snapshot(database)) is the same database, for every kind of object (kinds/*.sql) and the
# demo's shop.
set -u
. "$PGGIT_ROOT/tests/support/tap.sh"
. "$PGGIT_ROOT/tests/snapshot/judge.sh"

for file in "$PGGIT_ROOT"/tests/snapshot/kinds/*.sql; do
  judge_file "$file"
done
judge_file "$PGGIT_ROOT/demo/10-shop.sql"
done_testing
