#!/usr/bin/env bash
# A branch that was just made is what its head says, byte for byte, has the rows, and nothing in it leads back to main:
# for every kind of object (tests/snapshot/kinds), the demo's shop, what PostgreSQL's regression suite leaves behind,
# and a database made by chance (PGGIT_TEST_SEED repeats it).
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"

checks="$PGGIT_ROOT/tests/branches/checks.sql"

ask() { psql -XqAt -v ON_ERROR_STOP=1 -f "$checks" -c "$1" 2>&1; }

# What the session sees of the schema, on main or on branch b.
schema() {
  psql -XqAt -v ON_ERROR_STOP=1 -c "SET pggit.current_branch = '$1'" \
    -c "SELECT object_path, definition FROM pggit.schema() ORDER BY object_path COLLATE \"C\"" >"$1.schema" 2>&1
}

database() {
  createdb --template=template0 "$1" || exit 1
  export PGDATABASE=$1
}

judge_branch() {
  local name=$1 file=$2
  database "branch_$name"
  ok "$name: loads" psql -Xq -v ON_ERROR_STOP=1 -f "$file"
  ask 'CREATE EXTENSION IF NOT EXISTS pggit' >/dev/null
  ask 'SELECT pggit.init()' >/dev/null
  like "$(ask "SELECT pggit.create_branch('b')")" '^[0-9a-f]{64}$' "$name: a branch is made"
  is "$(ask "SET pggit.current_branch = 'b'; SELECT object_path FROM pggit.status()")" '' "$name: ... that is what its head says"
  ok "$name: its definitions are read" schema b
  ok "$name: main's are read" schema main
  is "$(diff main.schema b.schema | head -n 20)" '' "$name: ... and are the same"
  is "$(ask 'SELECT * FROM pg_temp.leads_back()')" '' "$name: nothing leads back"
  is "$(ask 'SELECT * FROM pg_temp.other_rows()')" '' "$name: the rows are there"
  ok "$name: the branch goes" psql -Xq -v ON_ERROR_STOP=1 -c "SELECT pggit.delete_branch('b')"
  is "$(ask "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'pggit\_branch\_%'")" '' "$name: ... and leaves nothing"
  is "$(ask 'SELECT object_path FROM pggit.status()')" '' "$name: main is what it was"
}

for file in "$PGGIT_ROOT"/tests/snapshot/kinds/*.sql; do
  name=$(basename "$file" .sql)
  # A function with a transform for a type of a schema: the transform is there once.
  [[ $name == language ]] || judge_branch "$name" "$file"
done
judge_branch shop "$PGGIT_ROOT/demo/10-shop.sql"
judge_branch rows "$PGGIT_ROOT/tests/branches/rows.sql"
gzip -dc "$PGGIT_ROOT/tests/data/regression.sql.gz" >regression.sql
judge_branch regression regression.sql
seed=${PGGIT_TEST_SEED:-$RANDOM$RANDOM}
note "seed: $seed"
major=$(psql -XAtc "SELECT current_setting('server_version_num')::integer / 10000")
ok "a database is made up from seed $seed" \
  python3 "$PGGIT_ROOT/tests/snapshot/generate.py" "$seed" "$major" -o generated.sql
judge_branch generated generated.sql

# The checks themselves see what they look for.
database branch_checks
ask 'CREATE TABLE t (i int); INSERT INTO t VALUES (1); CREATE EXTENSION pggit' >/dev/null
ask 'SELECT pggit.init()' >/dev/null
ask "SELECT pggit.create_branch('b')" >/dev/null
ask 'CREATE VIEW pggit_branch_b.v AS SELECT * FROM public.t; UPDATE t SET i = 2' >/dev/null
like "$(ask 'SELECT * FROM pg_temp.leads_back()')" 'view pggit_branch_b.v' 'what leads back is seen'
is "$(ask 'SELECT * FROM pg_temp.other_rows()')" 'public.t' 'other rows are seen'
done_testing
