#!/usr/bin/env bash
# What a full snapshot costs next to pg_dump -s: CPU seconds of server and client together, the median
# of five runs each, in turn, on a generated schema (schema.sql).
#
#   scripts/cluster.sh with bench -- bench/snapshot.sh [TABLES...]
set -euo pipefail

postmaster=$(head -n 1 "$(psql -XAtc 'SHOW data_directory')/postmaster.pid")
psql -qX -c 'ALTER SYSTEM SET autovacuum = off' -c 'SELECT pg_reload_conf()' >/dev/null

# CPU ticks of the server's ended sessions.
server_ticks() { awk '{ print $16 + $17 }' "/proc/$postmaster/stat"; }

# cpu COMMAND...: its CPU seconds, and those of the session it opened.
cpu() {
  local before after
  before=$(server_ticks)
  TIMEFORMAT='%U %S'
  { time "$@" >/dev/null; } 2>"$scratch/client"
  sleep 0.3 # until the session has ended
  after=$(server_ticks)
  awk -v ticks=$((after - before)) -v hertz="$(getconf CLK_TCK)" \
    '{ printf "%.3f\n", ticks / hertz + $1 + $2 }' "$scratch/client"
}

median() { sort -n "$1" | sed -n 3p; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
(($# > 0)) || set -- 1000
for tables; do
  database=bench_$tables
  createdb "$database"
  psql -qX -d "$database" -v tables="$tables" -f "$(dirname "$0")/schema.sql" >/dev/null
  psql -qX -d "$database" -c 'CREATE EXTENSION pggit' -c 'ANALYZE'
  for _ in 1 2 3 4 5; do
    cpu pg_dump -s -f "$scratch/out" "$database" >>"$scratch/pg_dump"
    cpu psql -qX -d "$database" -c 'SELECT count(*) FROM pggit.schema()' >>"$scratch/server"
    cpu pggit snapshot -d "$database" >>"$scratch/libpq"
  done
  dump=$(median "$scratch/pg_dump")
  for way in server libpq; do
    awk -v tables="$tables" -v way="$way" -v dump="$dump" -v own="$(median "$scratch/$way")" \
      'BEGIN { printf "%6d tables, snapshot in %-6s %6.2f s, pg_dump -s %6.2f s, %.1f times cheaper\n",
               tables, way, own, dump, dump / own }'
  done
  rm -f "$scratch"/*
  dropdb "$database"
done
