#!/usr/bin/env bash
# What a difference costs, on two generated schemas (schema.sql) of which a hundredth of the tables
# differs. `pggit diff --from A --to B` over two live databases next to `pg_dump -s` of both: wall time
# and CPU of server and client, medians of five in turn, the patch and the script. Then the same
# change between two commits: CPU of a warm session, patch and script.
#
#   scripts/cluster.sh with bench -s shared_buffers=512MB -- bench/diff.sh [TABLES...]
set -euo pipefail

postmaster=$(head -n 1 "$(psql -XAtc 'SHOW data_directory')/postmaster.pid")
psql -qX -d postgres -c 'ALTER SYSTEM SET autovacuum = off' -c 'SELECT pg_reload_conf()' >/dev/null

# CPU ticks of the server's ended sessions.
server_ticks() { awk '{ print $16 + $17 }' "/proc/$postmaster/stat"; }

# sample NAME COMMAND...: a line with its wall time and its CPU, sessions included.
sample() {
  local before name=$1
  shift
  before=$(server_ticks)
  TIMEFORMAT='%R %U %S'
  { time "$@" >/dev/null 2>"$scratch/err"; } 2>"$scratch/client" || true # 1: they differ.
  sleep 0.3                                                             # until the session has ended
  awk -v name="$name" -v ticks=$(($(server_ticks) - before)) -v hertz="$(getconf CLK_TCK)" \
    '{ printf "%s %.3f %.3f\n", name, $1, ticks / hertz + $2 + $3 }' "$scratch/client" >>"$scratch/samples"
}

both_dumps() {
  pg_dump -s -d "$1"
  pg_dump -s -d "$2"
}

# median NAME COLUMN
median() {
  grep "^$1 " "$scratch/samples" | cut -d' ' -f"$2" | sort -n |
    awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

# Nanoseconds on the processor, of the session that asks.
cpu="split_part(pg_read_file('/proc/self/schedstat', 0, 100), ' ', 1)::bigint"

# measure WHAT QUERY: its CPU in milliseconds, in the session that reads this.
measure() {
  printf "SELECT %s AS c \\\\gset\nSELECT sum(length(text)) FROM (%s) AS q (text) \\\\gset\n" "$cpu" "$2"
  printf "SELECT '%s', (%s - :c) / 1e6;\n" "$1" "$cpu"
}

changes() {
  for i in $(seq 1 "$1"); do
    printf 'ALTER TABLE t%d ADD COLUMN more integer, ALTER name TYPE varchar(500);\n' "$i"
  done
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
(($# > 0)) || set -- 1000 10000
for tables; do
  one=bench_diff_$tables
  two=bench_diff_${tables}_b
  createdb "$one"
  psql -qX -d "$one" -v tables="$tables" -f "$(dirname "$0")/schema.sql" >/dev/null
  psql -qX -d "$one" -c ANALYZE
  createdb -T "$one" "$two"
  changes $((tables / 100)) >"$scratch/changes.sql"
  # The views over what is retyped go first.
  psql -qX -d "$two" -Atc "SELECT format('DROP VIEW %I;', viewname) FROM pg_views WHERE schemaname = 'public'" >"$scratch/views.sql"
  psql -qX -v ON_ERROR_STOP=1 -d "$two" -f "$scratch/views.sql" -f "$scratch/changes.sql"
  : >"$scratch/samples"
  for _ in 1 2 3 4 5; do
    sample dumps both_dumps "$one" "$two"
    sample patch pggit diff --from "$one" --to "$two"
    sample script pggit diff --from "$one" --to "$two" --sql
  done
  printf '%6d tables: two pg_dump -s %.2f s (CPU %.2f); pggit diff %.2f s (CPU %.2f), %.2f of it; with the script %.2f s (CPU %.2f), %.2f of it\n' \
    "$tables" "$(median dumps 2)" "$(median dumps 3)" \
    "$(median patch 2)" "$(median patch 3)" "$(bc -l <<<"$(median patch 2) / $(median dumps 2)")" \
    "$(median script 2)" "$(median script 3)" "$(bc -l <<<"$(median script 2) / $(median dumps 2)")"
  psql -qX -d "$one" -c 'CREATE EXTENSION pggit' -o /dev/null -c 'SELECT pggit.init()'
  sed 's/, ALTER name.*;/;/' "$scratch/changes.sql" | psql -qX -v ON_ERROR_STOP=1 -d "$one"
  psql -qX -d "$one" -o /dev/null -c "SELECT pggit.commit('changed')" -c CHECKPOINT
  for _ in 1 2 3 4 5 6 7; do
    measure commits "SELECT diff FROM pggit.diff('HEAD~1', 'HEAD')"
    measure migration "SELECT pggit.generate_migration('HEAD~1', 'HEAD')"
  done | psql -qXAt -F ' ' -v ON_ERROR_STOP=1 -d "$one" >"$scratch/samples"
  printf '%6d tables: between two commits, patch %.1f ms, script %.1f ms\n' "$tables" "$(median commits 2)" "$(median migration 2)"
  dropdb "$one"
  dropdb "$two"
done
