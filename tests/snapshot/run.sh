#!/usr/bin/env bash
# restore(snapshot(database)) is the same database, for every kind of object (kinds/*.sql), the
# demo's shop, and what PostgreSQL's regression suite leaves behind. Two more judges need what is not
# part of a server: regression.sh (that database whole) and extensions.sh (postgis and others).
set -u
. "$PGGIT_ROOT/tests/support/tap.sh"
. "$PGGIT_ROOT/tests/snapshot/judge.sh"

for file in "$PGGIT_ROOT"/tests/snapshot/kinds/*.sql "$PGGIT_ROOT/demo/10-shop.sql"; do
  judge_file "$file"
done
gzip -dc "$PGGIT_ROOT/tests/data/regression.sql.gz" >regression.sql
judge_file regression.sql
done_testing
