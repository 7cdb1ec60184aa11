#!/usr/bin/env bash
# Runs every check in scripts/lint/ (each executable there is one) on the tracked files.
#
#   scripts/lint.sh [CHECK...]     default: all, by file name without its ending
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=scripts/lib/common.sh
. "$here/lib/common.sh"

cd "$PGGIT_ROOT"
wanted=" $* "
status=0 ran=0
for check in "$here"/lint/*; do
  [[ -x $check && -f $check ]] || continue
  name=$(basename "${check%.*}")
  [[ $wanted == "  " || $wanted == *" $name "* ]] || continue
  ran=$((ran + 1))
  if output=$(PYTHONDONTWRITEBYTECODE=1 "$check" 2>&1); then
    printf '%sok%s    %s\n' "$green" "$plain" "$name"
  else
    status=1
    printf '%swrong%s %s\n%s\n' "$red" "$plain" "$name" "$output"
  fi
done
((ran > 0)) || die "there is no check named$wanted"
exit "$status"
