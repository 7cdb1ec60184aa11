#!/usr/bin/env bash
# Builds pggit for another major of PostgreSQL, fetched from Debian, and runs every test on it.
#
#   scripts/test-major.sh 17|18
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
export PGGIT_BUILD=build/pg${1:?which major: 17 or 18}
PG_CONFIG=$("$here/fetch-major.sh" "$1")
export PG_CONFIG
"$here/build.sh" release all tests
exec "$here/test.sh"
