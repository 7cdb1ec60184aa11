#!/usr/bin/env bash
# A database with pggit lives through dump and restore, and without it is as if it had never been.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/life/servers.sh
. "$PGGIT_ROOT/tests/life/servers.sh"

# The schema and the rows as text, without the lines that differ in every dump.
dump() { pg_dump "$@" | grep -v '^\\\(un\)\?restrict '; }
query() { psql -qXAt -v ON_ERROR_STOP=1 -d "$1" -c "$2" 2>&1; }

# A history of some commits and commands. Of all that it makes, only the users are there at the end.
users_sql='CREATE TABLE public.users (id int PRIMARY KEY, name text NOT NULL);'
history_sql="
CREATE EXTENSION pggit;
SELECT pggit.init();
CREATE TABLE public.orders (id int PRIMARY KEY, user_id int REFERENCES public.users);
CREATE MATERIALIZED VIEW public.names AS SELECT name FROM public.users;
SELECT pggit.commit('orders');
DROP TABLE public.orders;
SELECT pggit.commit('no orders');
SELECT pggit.create_branch('live');
SELECT pggit.switch_branch('live');
ALTER TABLE users ADD mail text;
SELECT pggit.commit('mail');
CREATE TABLE notes ();
SELECT pggit.switch_branch('main');
CREATE TABLE public.later ();
SELECT pggit.stash('later');
SELECT pggit_v0.create_branch('later', 'stash');
SELECT pggit_v0.create_merge_request('later', 'main', 'later', 'not now');
SELECT pggit_v0.comment_merge_request(mr_id, 'why not?') FROM pggit_v0.merge_requests;
INSERT INTO pggit_v0.merge_request_approvals SELECT mr_id, 'bob', source_sha, target_sha, NULL, 'fine', now() FROM pggit_v0.merge_requests;
SELECT pggit.protect_branch('later');
SELECT pggit.bisect_start('main', ARRAY['main~2']);
DROP MATERIALIZED VIEW public.names;
CREATE MATERIALIZED VIEW public.names AS SELECT name FROM public.users;"

createdb original
psql -qX -v ON_ERROR_STOP=1 -d original -c "$users_sql INSERT INTO public.users VALUES (1, 'Ann')"
before=$(dump original)
ok "pggit is installed, the database initialised, DDL captured and committed" psql -qX -v ON_ERROR_STOP=1 \
  -d original -o /dev/null <<<"$history_sql"
mark=$(query original 'SELECT * FROM pggit_v0.repository')
like "$mark" '^t\|in_place\|1\|' "the database bears its mark"

# All that is kept, as text.
kept() {
  query "$1" 'SELECT * FROM pggit.history ORDER BY recorded_at, transaction_id, position'
  query "$1" 'SELECT * FROM pggit_v0.reflog ORDER BY ref_name, movement'
  query "$1" 'SELECT * FROM pggit_v0.refs ORDER BY name'
  query "$1" 'SELECT sha, type, size, content, created_at FROM pggit_v0.objects ORDER BY sha'
  query "$1" 'SELECT * FROM pggit_v0.commit_graph ORDER BY commit_sha'
  query "$1" 'SELECT * FROM pggit.status()'
  query "$1" 'SELECT * FROM pggit.stashes'
  query "$1" 'SELECT * FROM pggit_v0.merge_requests'
  query "$1" 'SELECT * FROM pggit_v0.merge_request_comments'
  query "$1" 'SELECT * FROM pggit_v0.merge_request_approvals'
  query "$1" 'SELECT * FROM pggit_v0.protections'
  query "$1" 'SELECT * FROM pggit.bisect_next()'
  query "$1" 'SELECT * FROM pggit.workspaces ORDER BY branch, logical_schema'
  query "$1" "SET pggit.current_branch = live; SELECT * FROM pggit.status(); SELECT * FROM users"
}
history=$(kept original)
like "$history" 'CREATE TABLE public.orders' "what ran is kept"
like "$history" 'stash@\{0\}' "... and a stash"
like "$history" 'later\|not now\|later\|main\|approved' "... and a merge request"
like "$history" 'testing\|' "... and a search"
like "$history" 'public/tables/notes.sql\|TABLE\|added\|postgres\|CREATE TABLE notes \(\)' "... and what somebody does on a branch"
like "$history" '1\|Ann\|' "... with rows"

# same DATABASE HOW: it is what the original is.
same() {
  is "$(kept "$1")" "$history" "$2: the history is the original one, and nothing was captured twice"
  query "$1" 'CREATE TABLE public.afterwards ()' >/dev/null
  is "$(query "$1" "SELECT count(*) FROM pggit.history WHERE statement = 'CREATE TABLE public.afterwards ()'")" 1 \
    "$2: what runs from now on is captured, once"
  query "$1" 'DROP TABLE public.afterwards' >/dev/null
  is "$(query "$1" 'SELECT * FROM pggit_v0.repository')" "$mark" "$2: the mark is the original one"
  is "$(query "$1" "SELECT count(*) FROM pg_extension WHERE extname = 'pggit'")" 1 "$2: installed once"
  # Settings of a database travel with `pg_dump --create` alone; init() makes them again.
  query "$1" 'SELECT pggit.init()' >/dev/null
  is "$(query "$1" "SELECT check_name, details FROM pggit.doctor() WHERE status <> 'ok'")" "" \
    "$2: doctor() finds nothing"
  is "$(diff <(dump original --exclude-table-data=pggit_v0.ddl_log) <(dump "$1" --exclude-table-data=pggit_v0.ddl_log))" "" \
    "$2: dumps are the same"
}

createdb --template=template0 plain
ok "plain: restores without an error" psql -qX -v ON_ERROR_STOP=1 -d plain -o /dev/null -f <(pg_dump original)
same plain "plain"

pg_dump --format=custom --file=dump.custom original
createdb --template=template0 custom
ok "custom: restores without an error" pg_restore --exit-on-error --dbname=custom dump.custom
same custom "custom"

createdb --template=template0 custom_parallel
ok "custom: restores in parallel without an error" pg_restore --exit-on-error --jobs=4 \
  --dbname=custom_parallel dump.custom
same custom_parallel "custom in parallel"

pg_dump --format=directory --jobs=4 --file=dump.directory original
createdb --template=template0 parallel
ok "directory: restores in parallel without an error" pg_restore --exit-on-error --jobs=4 \
  --dbname=parallel dump.directory
same parallel "directory"

createdb --template=original copied
same copied "template"

# shellcheck source=tests/life/standby.sh
. "$PGGIT_ROOT/tests/life/standby.sh"
# shellcheck source=tests/life/pg_upgrade.sh
. "$PGGIT_ROOT/tests/life/pg_upgrade.sh"

like "$(query original 'DROP EXTENSION pggit')" 'cannot drop extension pggit because other objects depend on it' \
  "the extension is not dropped by mistake while it keeps a history"
query original "SELECT pggit.delete_branch('live', force => true)" >/dev/null
query original 'DROP MATERIALIZED VIEW public.names' >/dev/null
is "$(query original 'DROP EXTENSION pggit CASCADE; SELECT 1' | tail -n 1)" 1 "... but when it is meant"
is "$(dump original)" "$before" "... and leaves the database as it was before"
ok "... and can come back" psql -qX -v ON_ERROR_STOP=1 -d original -c 'CREATE EXTENSION pggit'
is "$(query original 'SELECT count(*) FROM pggit_v0.repository')" 0 "... with an empty table"

done_testing
