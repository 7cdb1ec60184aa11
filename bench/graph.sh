#!/usr/bin/env bash
# Walks over a long history, next to git with its commit-graph file on the same history in the same run: CPU
# of the statement in a session that has asked before (warm) and in a new one (cold, without connecting), of
# git the whole process. Medians in milliseconds, and how many times git takes as long.
#
#   scripts/cluster.sh with bench -s shared_buffers=1GB -s max_wal_size=4GB -- bench/graph.sh [COMMITS]
set -euo pipefail
commits=${1:-1000000}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
database=bench_graph

printf '%s\n' "$(python3 "$here/graph.py" "$commits" "$scratch")"
git init -q --bare --object-format=sha256 "$scratch/git"
git --git-dir="$scratch/git" fast-import --quiet --depth=1 <"$scratch/import"
git --git-dir="$scratch/git" update-ref -d refs/heads/build
git --git-dir="$scratch/git" commit-graph write --reachable 2>/dev/null

createdb "$database"
psql -qX -v ON_ERROR_STOP=1 -d "$database" -o /dev/null <<SQL
CREATE EXTENSION pggit;
SELECT pggit.init();
SELECT pggit_v0.hash_object('', 'tree', true);
\\copy pggit_v0.stored_objects (sha, type, size, body) FROM '$scratch/objects.copy'
CREATE TEMP TABLE g (sha text, parents text, tree text, generation int, author text, authored bigint, committer text, committed bigint, message text);
\\copy g FROM '$scratch/graph.copy'
INSERT INTO pggit_v0.commit_graph
SELECT sha::pggit_v0.sha, parents::pggit_v0.sha[], tree::pggit_v0.sha, generation, author, to_timestamp(authored), committer, to_timestamp(committed), message FROM g;
TRUNCATE g;
\\copy g (sha, parents) FROM PROGRAM 'tr " " "\\t" < $scratch/refs'
SELECT pggit_v0.update_ref('refs/heads/' || sha, parents) FROM g;
VACUUM ANALYZE pggit_v0.stored_objects, pggit_v0.commit_graph;
SELECT pggit_v0.write_commit_graph();
VACUUM ANALYZE pggit_v0.packed_graph;
CHECKPOINT;
SQL

# Nanoseconds on the processor, of the session that asks.
cpu="split_part(pg_read_file('/proc/self/schedstat', 0, 100), ' ', 1)::bigint"
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# statement SQL TIMES: its CPU in milliseconds, a line each time, all in one session.
statement() {
  for _ in $(seq "$2"); do
    printf 'SELECT %s AS c \\gset\n%s \\g /dev/null\nSELECT (%s - :c) / 1e6;\n' "$cpu" "$1" "$cpu"
  done | psql -qXAt -v ON_ERROR_STOP=1 -d "$database"
}

git_milliseconds() {
  local TIMEFORMAT='%U %S'
  for _ in 1 2 3 4 5; do
    # Ten at once: one takes less than the clock can tell.
    { time for _ in $(seq "$times"); do git --git-dir="$scratch/git" "$@" >/dev/null; done; } 2>&1 |
      awk -v n="$times" '{ print 1000 * ($1 + $2) / n }'
  done
}

# compare SQL TIMES GIT-ARGUMENTS...
compare() {
  local sql=$1 times=$2 warm cold git
  shift 2
  git=$(git_milliseconds "$@" | median)
  warm=$(statement "$sql" 21 | tail -n +4 | median)
  cold=$(for _ in 1 2 3 4 5; do statement "$sql" 1; done | median)
  awk -v what="$*" -v g="$git" -v w="$warm" -v c="$cold" \
    'BEGIN { printf "  %-24s git %8.2f   warm %7.2f (%5.1f times)   cold %7.2f (%5.1f times)\n", what, g, w, g / w, c, g / c }'
}

[[ $(psql -XAtd "$database" -c "SELECT pggit_v0.merge_base('main', 'deep'), pggit_v0.rev_list_count('main')") == \
  "$(git --git-dir="$scratch/git" merge-base main deep)|$(git --git-dir="$scratch/git" rev-list --count main)" ]] ||
  { echo "the answers differ" >&2 && exit 1; }
compare "SELECT pggit_v0.merge_base('main', 'deep')" 1 merge-base main deep
compare "SELECT pggit_v0.merge_base('main', 'side')" 10 merge-base main side
compare "SELECT pggit_v0.rev_list_count('main')" 1 rev-list --count main
compare "SELECT sha FROM pggit_v0.rev_list('main', 50) AS r (sha)" 10 rev-list -50 main
compare "SELECT * FROM pggit.log('main', 50)" 10 log -50 main
dropdb "$database"
