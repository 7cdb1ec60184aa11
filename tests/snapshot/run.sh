#!/usr/bin/env bash
# restore(snapshot(database)) is the same database, for every kind of object (kinds/*.sql), the
# demo's shop, what PostgreSQL's regression suite leaves behind, and a database of every kind made by
# chance (generate.py; PGGIT_TEST_SEED repeats the one whose seed a failure names). Two more judges need what is not
# part of a server: regression.sh (that database whole) and extensions.sh (postgis and others).
set -u
. "$PGGIT_ROOT/tests/support/tap.sh"
. "$PGGIT_ROOT/tests/snapshot/judge.sh"

for file in "$PGGIT_ROOT"/tests/snapshot/kinds/*.sql "$PGGIT_ROOT/demo/10-shop.sql"; do
  judge_file "$file"
done
gzip -dc "$PGGIT_ROOT/tests/data/regression.sql.gz" >regression.sql
judge_file regression.sql

seed=${PGGIT_TEST_SEED:-$RANDOM$RANDOM}
note "seed: $seed"
major=$(psql -XAtc "SELECT current_setting('server_version_num')::integer / 10000")
ok "a database is made up from seed $seed" \
  python3 "$PGGIT_ROOT/tests/snapshot/generate.py" "$seed" "$major" -o generated.sql
judge_file generated.sql
done_testing
