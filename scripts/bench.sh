#!/usr/bin/env bash
# Runs every benchmark program of the bench build, one after the other, then what needs a server.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=scripts/lib/common.sh
. "$here/lib/common.sh"

for program in "$PGGIT_ROOT"/build/bench/bench/*_bench; do
  printf '\n%s%s%s\n' "$bold" "$(basename "$program")" "$plain"
  "$program" --benchmark_counters_tabular=true 2>/dev/null
done

printf '\n%ssnapshot%s\n' "$bold" "$plain"
PGGIT_BUILD=$PGGIT_ROOT/build/bench "$here/cluster.sh" with "bench-$$" -- "$PGGIT_ROOT/bench/snapshot.sh"

printf '\n%scommit%s\n' "$bold" "$plain"
PGGIT_BUILD=$PGGIT_ROOT/build/bench "$here/cluster.sh" with "bench-$$" -s shared_buffers=512MB -- \
  "$PGGIT_ROOT/bench/commit.sh"

printf '\n%sgraph%s\n' "$bold" "$plain"
PGGIT_BUILD=$PGGIT_ROOT/build/bench "$here/cluster.sh" with "bench-$$" -s shared_buffers=1GB -s max_wal_size=4GB -- \
  "$PGGIT_ROOT/bench/graph.sh"

printf '\n%scapture%s\n' "$bold" "$plain"
PGGIT_BUILD=$PGGIT_ROOT/build/bench "$PGGIT_ROOT/bench/capture.sh"
