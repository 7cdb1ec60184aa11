#!/usr/bin/env bash
# A database with pggit lives through dump and restore, and without it is as if it had never been.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"

# The schema and the rows as text, without the lines that differ in every dump.
dump() { pg_dump "$1" | grep -v '^\\\(un\)\?restrict '; }
query() { psql -qXAt -v ON_ERROR_STOP=1 -d "$1" -c "$2" 2>&1; }

createdb original
psql -qX -v ON_ERROR_STOP=1 -d original <<'SQL'
CREATE TABLE public.users (id int PRIMARY KEY, name text NOT NULL);
INSERT INTO public.users VALUES (1, 'Ann');
SQL
before=$(dump original)

ok "pggit is installed and the database initialised" psql -qX -v ON_ERROR_STOP=1 -d original \
  -c 'CREATE EXTENSION pggit' -c 'SELECT pggit.init()'
mark=$(query original 'SELECT * FROM pggit_v0.repository')
like "$mark" '^t\|in_place\|1\|' "the database bears its mark"

# same DATABASE HOW: it is what the original is.
same() {
  is "$(query "$1" 'SELECT * FROM pggit_v0.repository')" "$mark" "$2: the mark is the original one"
  is "$(query "$1" "SELECT count(*) FROM pg_extension WHERE extname = 'pggit'")" 1 "$2: installed once"
  is "$(query "$1" "SELECT check_name, details FROM pggit.doctor() WHERE status <> 'ok'")" "" \
    "$2: doctor() finds nothing"
  is "$(diff <(dump original) <(dump "$1"))" "" "$2: dumps are the same"
}

createdb --template=template0 plain
ok "plain: restores without an error" psql -qX -v ON_ERROR_STOP=1 -d plain -o /dev/null -f <(pg_dump original)
same plain "plain"

pg_dump --format=custom --file=dump.custom original
createdb --template=template0 custom
ok "custom: restores without an error" pg_restore --exit-on-error --dbname=custom dump.custom
same custom "custom"

pg_dump --format=directory --jobs=2 --file=dump.directory original
createdb --template=template0 parallel
ok "directory: restores in parallel without an error" pg_restore --exit-on-error --jobs=2 \
  --dbname=parallel dump.directory
same parallel "directory"

createdb --template=original copied
same copied "template"

is "$(query original 'DROP EXTENSION pggit; SELECT 1')" 1 "the extension can be dropped"
is "$(dump original)" "$before" "... and leaves the database as it was before"
ok "... and can come back" psql -qX -v ON_ERROR_STOP=1 -d original -c 'CREATE EXTENSION pggit'
is "$(query original 'SELECT count(*) FROM pggit_v0.repository')" 0 "... with an empty table"

done_testing
