#!/usr/bin/env bash
# What a commit of one changed table and a status cost: CPU of the server process and write-ahead log,
# medians, warm and in a new session, on a generated schema (schema.sql), next to a reading of
# everything and to pg_dump -s in the same run.
#
#   scripts/cluster.sh with bench -s shared_buffers=512MB -- bench/commit.sh [TABLES...]
set -euo pipefail

psql -qX -c 'ALTER SYSTEM SET autovacuum = off' -c 'SELECT pg_reload_conf()' >/dev/null
postmaster=$(head -n 1 "$(psql -XAtc 'SHOW data_directory')/postmaster.pid")

# CPU seconds of the server's ended sessions.
server_seconds() {
  awk -v hertz="$(getconf CLK_TCK)" '{ print ($16 + $17) / hertz }' "/proc/$postmaster/stat"
}

# milliseconds COMMAND...: its CPU and that of the session it opened, in milliseconds.
milliseconds() {
  local before
  before=$(server_seconds)
  TIMEFORMAT='%U %S'
  { time "$@" >/dev/null; } 2>"$scratch/client"
  sleep 0.3 # until the session has ended
  awk -v before="$before" -v after="$(server_seconds)" '{ print 1000 * (after - before + $1 + $2) }' "$scratch/client"
}

# Nanoseconds on the processor, of the session that asks.
cpu="split_part(pg_read_file('/proc/self/schedstat', 0, 100), ' ', 1)::bigint"

# measure WHAT STATEMENT: its CPU and log, in the session that reads this.
measure() {
  printf "SELECT %s AS c, pg_current_wal_insert_lsn() AS l \\\\gset\n%s\n" "$cpu" "$2"
  printf "SELECT '%s', (%s - :c) / 1e6, pg_wal_lsn_diff(pg_current_wal_insert_lsn(), :'l');\n" "$1" "$cpu"
}

script() {
  local i
  for i in $(seq "$1" "$2"); do
    measure "$3 status" 'SELECT count(*) FROM pggit.status() \gset n'
    printf 'ALTER TABLE t%d ADD COLUMN bench%d integer;\n' "$i" "$RANDOM"
    measure "$3 commit" "SELECT pggit.commit('bench') AS s \\gset"
  done
}

median() { grep "^$1|" "$scratch/samples" | cut -d'|' -f"$2" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
(($# > 0)) || set -- 1000 10000
for tables; do
  database=bench_$tables
  createdb "$database"
  psql -qX -d "$database" -v tables="$tables" -f "$(dirname "$0")/schema.sql" >/dev/null
  psql -qX -d "$database" -c 'CREATE EXTENSION pggit' -c 'ANALYZE'
  dump=$(milliseconds pg_dump -s -f "$scratch/out" "$database")
  whole=$(milliseconds psql -qX -d "$database" -c 'SELECT count(*) FROM pggit.schema()')
  first=$(milliseconds psql -qX -d "$database" -c 'SELECT pggit.init()')
  psql -qX -d "$database" -c CHECKPOINT
  # What a commit writes to a page for the first time after a checkpoint is a whole page.
  script 1 5 fresh | psql -qXAt -v ON_ERROR_STOP=1 -d "$database" >/dev/null
  script 10 40 warm | psql -qXAt -v ON_ERROR_STOP=1 -d "$database" | tail -n +11 >"$scratch/samples"
  for i in 50 51 52 53 54; do
    measure 'cold status' 'SELECT count(*) FROM pggit.status() \gset n' |
      psql -qXAt -v ON_ERROR_STOP=1 -d "$database" >>"$scratch/samples"
    {
      printf 'ALTER TABLE t%d ADD COLUMN cold%d integer;\n' "$i" "$RANDOM"
      measure 'cold commit' "SELECT pggit.commit('bench') AS s \\gset"
    } | psql -qXAt -v ON_ERROR_STOP=1 -d "$database" >>"$scratch/samples"
  done
  printf '%d tables: pg_dump -s %.0f ms, reading everything %.0f ms, first commit %.0f ms (%.2f times the reading)\n' \
    "$tables" "$dump" "$whole" "$first" "$(awk -v a="$first" -v b="$whole" 'BEGIN { print a / b }')"
  for what in 'warm status' 'cold status' 'warm commit' 'cold commit'; do
    printf '  %-18s %7.1f ms CPU, %6d bytes of log\n' "$what" "$(median "$what" 2)" "$(median "$what" 3)"
  done
  dropdb "$database"
done
