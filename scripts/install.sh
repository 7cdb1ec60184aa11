#!/usr/bin/env bash
# Builds and installs the extension into the PostgreSQL of PG_CONFIG, and the command under PREFIX
# (default /usr/local). DESTDIR stages both. What `sudo make install` leaves in the build folder still
# belongs to whoever built.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=scripts/lib/common.sh
. "$here/lib/common.sh"

owner=$(stat -c %U "$PGGIT_BUILD" 2>/dev/null || id -un)
if [[ $(id -u) -eq 0 && $owner != root ]]; then
  setpriv --reuid="$owner" --regid="$(id -g "$owner")" --init-groups -- "$here/build.sh"
else
  "$here/build.sh"
fi
cmake --install "$PGGIT_BUILD"
rm -f "$PGGIT_BUILD/install_manifest.txt"
