#!/usr/bin/env bash
# The developer functions of pggit_v0 over a long history of a large schema: CPU of each in a session that has
# asked before (warm) and in a new one (cold, without connecting), medians in milliseconds.
#
#   scripts/cluster.sh with bench -s shared_buffers=1GB -s max_wal_size=4GB -- bench/developers.sh [TABLES [COMMITS]]
set -euo pipefail
tables=${1:-10000} commits=${2:-100000}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
database=bench_developers

python3 "$here/developers.py" "$tables" "$commits" "$scratch"
createdb "$database"
psql -qX -v ON_ERROR_STOP=1 -d "$database" -o /dev/null <<SQL
CREATE EXTENSION pggit;
-- The mark of pggit.init() without a first commit.
INSERT INTO pggit_v0.repository (layout, format_version, server_major, initialised_by) VALUES ('in_place', 1, 15, 'bench');
\\copy pggit_v0.stored_objects (sha, type, size, body) FROM '$scratch/objects.copy'
\\copy pggit_v0.stored_trees (sha, size, depth, base, body) FROM '$scratch/trees.copy'
CREATE TEMP TABLE g (sha text, parents text, tree text, generation int, author text, authored bigint, committer text, committed bigint, message text);
\\copy g FROM '$scratch/graph.copy'
INSERT INTO pggit_v0.commit_graph
SELECT sha::pggit_v0.sha, parents::pggit_v0.sha[], tree::pggit_v0.sha, generation, author, to_timestamp(authored), committer, to_timestamp(committed), message FROM g;
\\copy pggit_v0.path_changes (path, commit_sha, old_sha, new_sha) FROM '$scratch/changes.copy'
SELECT pggit_v0.update_ref('refs/heads/main', '$(cat "$scratch/head")');
SELECT pggit_v0.create_branch('other', 'main~50');
VACUUM ANALYZE;
SELECT pggit_v0.write_commit_graph();
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

printf '%d objects, %d commits\n' "$tables" "$commits"
while read -r sql; do
  warm=$(statement "SELECT * FROM $sql" 8 | tail -n +3 | median)
  cold=$(for _ in 1 2 3; do statement "SELECT * FROM $sql" 1; done | median)
  printf '  %-75s warm %7.1f   cold %7.1f\n' "$sql" "$warm" "$cold"
done <<'CALLS'
pggit_v0.get_current_schema()
pggit_v0.list_objects()
pggit_v0.list_branches()
pggit_v0.get_commit_history()
pggit_v0.get_commit_history(20, 90000)
pggit_v0.get_object_history('s07', 't00007')
pggit_v0.diff_commits('HEAD~1', 'HEAD')
pggit_v0.diff_commits('HEAD~1000', 'HEAD')
pggit_v0.diff_branches('main', 'other')
pggit_v0.get_object_definition('s07', 't00007')
pggit_v0.get_object_definition('s07', 't00007', 'HEAD~50000')
pggit_v0.get_object_metadata('s07', 't00007')
CALLS
dropdb "$database"
