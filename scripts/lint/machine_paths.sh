#!/usr/bin/env bash
# No tracked text names a folder of somebody's machine, or a package mirror.
set -euo pipefail
patterns=(
  '(^|[^A-Za-z0-9_./$}-])/(wor[k]|roo[t]|hom[e]/[a-z]+|User[s]/[A-Za-z]+)(/|$|[^A-Za-z0-9_-])'
  '[A-Za-z0-9-]+\.debia[n]\.(org|net)'
  '[a-z0-9.-]*archive\.ubunt[u]\.com'
)
if git grep --line-number -I -E "$(IFS='|' && echo "${patterns[*]}")"; then
  exit 1
fi
