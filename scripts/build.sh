#!/usr/bin/env bash
# Configures (once, and again when PG_CONFIG or PREFIX changes) and builds a CMake preset.
#
#   scripts/build.sh [PRESET [TARGET...]]     default: release, and all but what only tests need,
#                                             which is the target "tests". PGGIT_BUILD builds into
#                                             another folder.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
preset=${1:-release}
[[ $preset == release ]] || PGGIT_BUILD=build/$preset
# shellcheck source=scripts/lib/common.sh
. "$here/lib/common.sh"

cd "$PGGIT_ROOT"
flags=(${PG_CONFIG:+"-DPG_CONFIG=$PG_CONFIG"} ${PREFIX:+"-DCMAKE_INSTALL_PREFIX=$PREFIX"})
mark=$PGGIT_BUILD/configured-with
if [[ ! -f $PGGIT_BUILD/build.ninja || (${#flags[@]} -gt 0 && $(cat "$mark" 2>/dev/null) != "${flags[*]}") ]]; then
  mkdir -p "$PGGIT_BUILD"
  log=$PGGIT_BUILD/configure.log
  cmake --preset "$preset" -B "$PGGIT_BUILD" "${flags[@]}" >"$log" 2>&1 || {
    cat "$log" >&2
    die "configuring failed"
  }
  printf '%s\n' "${flags[*]}" >"$mark"
fi
targets=("${@:2}")
cmake --build "$PGGIT_BUILD" ${targets[0]:+--target "${targets[@]}"}
