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

# on_server NAME [-s SETTING=VALUE]...: bench/NAME.sh against a private server.
on_server() {
  printf '\n%s%s%s\n' "$bold" "$1" "$plain"
  PGGIT_BUILD=$PGGIT_ROOT/build/bench "$here/cluster.sh" with "bench-$$" "${@:2}" -- "$PGGIT_ROOT/bench/$1.sh"
}

on_server snapshot
on_server commit -s shared_buffers=512MB
on_server merge -s shared_buffers=512MB
on_server diff -s shared_buffers=512MB -s max_wal_size=2GB
on_server graph -s shared_buffers=1GB -s max_wal_size=4GB
on_server developers -s shared_buffers=1GB -s max_wal_size=4GB

printf '\n%scapture%s\n' "$bold" "$plain"
PGGIT_BUILD=$PGGIT_ROOT/build/bench "$PGGIT_ROOT/bench/capture.sh"
