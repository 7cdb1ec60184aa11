#!/usr/bin/env bash
# scripts/cluster.sh in a shell that talks to one of its servers, as `cluster.sh env` makes it.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"

module=$(pg_config --pkglibdir)/pggit.so
inode() { stat -c %i "$module"; }

before=$(inode)
exits 0 "pggit is installed into the private server again" "$PGGIT_ROOT/scripts/cluster.sh" install
isnt "$(inode)" "$before" "... really"
for own in "$(command -v pg_config)" pg_config; do
  before=$(inode)
  exits 0 "so it is with PG_CONFIG=$own" env PG_CONFIG="$own" "$PGGIT_ROOT/scripts/cluster.sh" install
  isnt "$(inode)" "$before" "... really, and the server's files are still there"
done

mkdir other
cp -r "$PGGIT_ROOT/scripts" other/
exits 2 "another checkout does not take this one's build for its own" other/scripts/cluster.sh install
is "$(tail -n 1 <<<"$err")" "error: nothing is built in $PWD/other/build/release; run make" \
  "... and says what is missing"
exits 2 "a PG_CONFIG that is not there is an error" env PG_CONFIG=/nowhere/pg_config "$PGGIT_ROOT/scripts/cluster.sh" install
is "$err" 'error: PG_CONFIG is "/nowhere/pg_config", which is no program' "... that names it"

done_testing
