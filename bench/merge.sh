#!/usr/bin/env bash
# What the merge of two branches costs that each changed a hundredth of the tables: CPU of the server process, medians of warm
# sessions, on a generated schema (schema.sql). The tree merge alone (merge_tree), and the whole merge with its statements, its
# reading back and its commit; the tree merge once one side has renamed a table with its columns in use; and the merge into a branch
# without a live schema, with its trial.
#
#   scripts/cluster.sh with bench -s shared_buffers=512MB -- bench/merge.sh [TABLES...]
set -euo pipefail

psql -qX -c 'ALTER SYSTEM SET autovacuum = off' -c 'SELECT pg_reload_conf()' >/dev/null

# Nanoseconds on the processor, of the session that asks.
cpu="split_part(pg_read_file('/proc/self/schedstat', 0, 100), ' ', 1)::bigint"

# measure WHAT STATEMENT: its CPU, in the session that reads this.
measure() {
  printf "SELECT %s AS c \\\\gset\n%s\n" "$cpu" "$2"
  printf "SELECT '%s', (%s - :c) / 1e6;\n" "$1" "$cpu"
}

# column FIRST LAST NAME: a column for each of these tables.
columns() { for i in $(seq "$1" "$2"); do printf 'ALTER TABLE t%d ADD COLUMN %s integer;\n' "$i" "$3"; done; }

median() { grep "^$1|" "$scratch/samples" | cut -d'|' -f2 | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
(($# > 0)) || set -- 1000 10000
for tables; do
  database=bench_merge_$tables
  part=$((tables / 100))
  createdb "$database"
  export PGDATABASE=$database
  psql -qX -v tables="$tables" -f "$(dirname "$0")/schema.sql" >/dev/null
  psql -qX -c 'CREATE EXTENSION pggit' -c 'ANALYZE' -o /dev/null -c 'SELECT pggit.init()'
  # Half of what each changes the other changes too, otherwise.
  columns 1 "$part" theirs | psql -qX
  psql -qX -o /dev/null -c "SELECT pggit.commit('theirs')" -c "SELECT pggit_v0.create_branch('theirs')" \
    -c "SELECT pggit.reset('HEAD~1', hard => true)"
  columns $((part / 2)) $((part + part / 2)) ours | psql -qX
  psql -qX -o /dev/null -c "SELECT pggit.commit('ours')" -c CHECKPOINT
  {
    for _ in 1 2 3 4 5 6 7; do
      measure tree "SELECT conflicts FROM pggit_v0.merge_tree('main', 'theirs') \\gset"
    done
    for _ in 1 2 3; do
      echo BEGIN\;
      measure merge "SELECT status FROM pggit.merge('theirs') \\gset"
      echo ROLLBACK\;
      echo BEGIN\;
      measure branch "SELECT status FROM pggit.merge('main', 'theirs') \\gset"
      echo ROLLBACK\;
    done
    echo 'ALTER TABLE t1 RENAME TO renamed;'
    printf "SELECT pggit.commit('renamed') \\gset\n"
    for _ in 1 2 3; do
      measure renamed "SELECT conflicts FROM pggit_v0.merge_tree('main', 'theirs') \\gset"
    done
  } | psql -qXAt -v ON_ERROR_STOP=1 >"$scratch/samples"
  printf '%d tables, %d changed on each side: tree merge %.1f ms, with a rename %.0f ms, with its statements and its commit %.0f ms, into a branch %.0f ms\n' \
    "$tables" "$part" "$(median tree)" "$(median renamed)" "$(median merge)" "$(median branch)"
  dropdb --maintenance-db=postgres "$database"
  unset PGDATABASE
done
