#!/usr/bin/env bash
# Runs shellcheck on every shell script: files named .sh, and files that say so in their first line.
# Libraries, which have no first line of their own, are looked at where they are sourced.
set -euo pipefail
files=()
while IFS= read -r -d '' file; do
  [[ -f $file ]] || continue
  first=''
  IFS= read -r first <"$file" || true
  if [[ $first =~ ^#!.*[/\ ](ba|da)?sh$ || $file == demo/*.sh ]]; then
    files+=("$file")
  fi
done 2>/dev/null < <(git ls-files -z)
exec shellcheck --check-sourced --external-sources --source-path=SCRIPTDIR "${files[@]}"
