#!/usr/bin/env bash
# Every published version, upgraded, is what a fresh install is: catalog row by catalog row.
#
# tests/upgrade/pggit--<version>.sql is what that version installed; sql/upgrade has the way on.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
here=$PGGIT_ROOT/tests/upgrade
scripts=$(pg_config --sharedir)/extension

installed=()
remove_installed() { ((${#installed[@]} == 0)) || rm -f "${installed[@]}"; }
trap remove_installed EXIT

# describe DATABASE
describe() { psql -qXAt -v ON_ERROR_STOP=1 -d "$1" -f "$here/describe.sql" 2>&1; }

createdb fresh
ok "a fresh install" psql -qX -d fresh -c 'CREATE EXTENSION pggit'
fresh=$(describe fresh)
current=$(psql -XAtc "SELECT extversion FROM pg_extension WHERE extname = 'pggit'" fresh)
like "$fresh" 'function pggit.version\(\).definition' "the description of an installation has its functions"
like "$fresh" 'rows of pggit_v0.repository' "... and the rows a dump keeps"

# The comparison can fail: one privilege, one comment, one default make a difference.
for change in 'GRANT EXECUTE ON FUNCTION pggit.init(text) TO PUBLIC' \
  "COMMENT ON FUNCTION pggit.version() IS 'else'" \
  "ALTER TABLE pggit_v0.repository ALTER layout SET DEFAULT 'in_place'" \
  "UPDATE pg_extension SET extconfig = NULL, extcondition = NULL WHERE extname = 'pggit'"; do
  createdb --template=fresh changed
  psql -qXc "$change" changed
  isnt "$(describe changed)" "$fresh" "a difference is seen: $change"
  dropdb changed
done

for upgrade in "$PGGIT_ROOT"/sql/upgrade/*.sql; do
  from=$(basename "${upgrade%%--*}")
  full=$here/pggit--$from.sql
  ok "version $from is kept, to upgrade from" test -f "$full"
  installed+=("$scripts/pggit--$from.sql")
  cp "$full" "$scripts/"
  createdb "from $from"
  ok "version $from installs" psql -qX -v ON_ERROR_STOP=1 -d "from $from" \
    -c "CREATE EXTENSION pggit VERSION '$from'"
  isnt "$(describe "from $from")" "$fresh" "version $from is not the current one yet"
  ok "version $from upgrades" psql -qX -v ON_ERROR_STOP=1 -d "from $from" -c 'ALTER EXTENSION pggit UPDATE'
  is "$(psql -XAtc "SELECT extversion FROM pg_extension WHERE extname = 'pggit'" "from $from")" \
    "$current" "... to the current version"
  is "$(diff <(printf '%s\n' "$fresh") <(describe "from $from"))" "" "... and is what a fresh install is"
  ok "... and works" psql -qX -v ON_ERROR_STOP=1 -d "from $from" \
    -c 'SELECT pggit.init()' -c 'SELECT * FROM pggit.doctor()'
done

for full in "$here"/pggit--*.sql; do
  version=$(basename "${full#*--}" .sql)
  ok "there is a way on from $version" test -n "$(compgen -G "$PGGIT_ROOT/sql/upgrade/$version--*.sql")"
done

done_testing
