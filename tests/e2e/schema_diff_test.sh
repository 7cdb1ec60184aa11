#!/usr/bin/env bash
# `pggit diff --from A --to B` compares any two of database, directory and file, in every form, and
# ends with 1 when they differ. That its scripts are right is the suite "plan".
set -u
. "$PGGIT_ROOT/tests/support/tap.sh"
. "$PGGIT_ROOT/tests/support/cli.sh"

psql -X -q -c "CREATE TABLE users (id integer NOT NULL, email text); CREATE TABLE gone (a integer)"
pggit snapshot -d "$PGDATABASE" -q -o old.sql
pggit snapshot -d "$PGDATABASE" -q -o old/
psql -X -q -c "ALTER TABLE users ALTER COLUMN id TYPE bigint, ADD COLUMN bio text; DROP TABLE gone;
  CREATE VIEW fresh AS SELECT 1 AS n"

exits 0 "a directory equals a file of the same definitions" pggit diff --from old --to old.sql
is "$out" "" "... and nothing is printed"
exits 1 "a database differs from what it was" pggit diff --from old --to "dbname=$PGDATABASE" --stat
is "$out" "removed   TABLE public.gone
added     column bio of TABLE public.users
modified  column id of TABLE public.users (type)
added     VIEW public.fresh" "--stat lists parts"
exits 1 "the names of what differs can be had alone" \
  pggit diff --from old.sql --to "dbname=$PGDATABASE" --name-only
is "$out" "public/tables/gone.sql
public/tables/users.sql
public/views/fresh.sql" "... as paths"
exits 1 "so can their number" pggit diff --from old.sql --to "dbname=$PGDATABASE" --summary
is "$out" "1 added, 1 removed, 1 modified" "... in objects"
exits 1 "without a form, it is a patch" pggit diff --from old.sql --to "dbname=$PGDATABASE"
like "$out" '\+    id bigint NOT NULL,' "... of definitions"
exits 1 "a script says first what it is and destroys" \
  pggit diff --from old.sql --to "dbname=$PGDATABASE" --sql
like "$out" '^-- pggit plan 1, steps [0-9]+, from [0-9a-f]{64} to [0-9a-f]{64}
-- THIS SCRIPT DESTROYS DATA:
--   all rows of TABLE public.gone are lost' "... and what is lost"
exits 1 "JSON has changes and steps" pggit diff --from old.sql --to "dbname=$PGDATABASE" --json
is "$(json "len(d['changes']), len(d['parts'])" <<<"$out")" "(4, 1)" \
  "... of one transaction"
is "$(json "[s['hazards'] for s in d['parts'][0] if 'gone' in s['object']]" <<<"$out")" \
  "[['data loss', 'breaking change', 'irreversible']]" "... each with its hazards"
exits 2 "one side alone is wrong usage" pggit diff --from old.sql
like "$err" 'pggit diff --from OLD --to NEW' "... with what to type"
exits 2 "a file that is no schema is refused" pggit diff --from "$0" --to old.sql

# Renames are told; what looks like one is proposed, and never taken for one.
psql -X -q -c "DROP VIEW fresh; ALTER TABLE users DROP bio; CREATE TABLE gone (a integer); ALTER TABLE users ALTER id TYPE integer"
pggit snapshot -d "$PGDATABASE" -q -o before.sql
psql -X -q -c 'ALTER TABLE users RENAME TO "People"; ALTER TABLE "People" RENAME email TO mail'
db=dbname=$PGDATABASE
exits 1 "without being told, what is gone is dropped" pggit diff --from before.sql --to "$db" --stat
is "$out" 'added     TABLE public."People"
removed   TABLE public.users' "... and said to be"
is "$err" "" "... without a proposal where columns differ"
psql -X -q -c 'ALTER TABLE "People" RENAME mail TO email'
exits 1 "what has the same columns is dropped, too" pggit diff --from before.sql --to "$db" --sql
like "$out" 'DROP TABLE public.users' "... unless told otherwise"
like "$err" "--rename 'public.users=\"People\"'  \\(same columns\\)" "... which the command says how to do"
exits 1 "JSON has the proposal" pggit diff --from before.sql --to "$db" --json
is "$(json "d['proposals']" <<<"$out")" "[{'rename': 'public.users=\"People\"', 'evidence': 'same columns'}]" \
  "... as it is told"
psql -X -q -c 'ALTER TABLE "People" RENAME email TO mail'
told=(--rename 'public.users="People"' --rename '"People".email=mail')
exits 1 "told, it is renamed" pggit diff --from before.sql --to "$db" "${told[@]}" --stat
# (From 18 on a NOT NULL has a name, which speaks of the old one of the table.)
is "$(grep ^renamed <<<"$out")" 'renamed   TABLE public."People" (name was users)
renamed   column mail of TABLE public."People" (name was email)' "... with its column"
exits 1 "the patch says so" pggit diff --from before.sql --to "$db" "${told[@]}"
like "$out" 'rename from public/tables/users.sql' "... in git's words"
exits 1 "so does the number of changes" pggit diff --from before.sql --to "$db" "${told[@]}" --summary
is "$out" "0 added, 0 removed, 1 modified" "... which counts one"
exits 2 "a rename to what is not there is refused" pggit diff --from before.sql --to "$db" --rename users=nobody
like "$err" 'what the target does not have' "... and says so"
exits 2 "renames are for two schemas" pggit diff --rename users=people
like "$err" 'pggit diff --from OLD' "... which are to be named"
createdb -T template0 renamed
pggit restore-schema -q before.sql | psql -X -q -d renamed
psql -X -q -d renamed -c "INSERT INTO users VALUES (1, 'kept')"
exits 0 "apply renames what it is told" pggit apply -q -d renamed --verify --to "$db" "${told[@]}"
is "$(psql -XAt -d renamed -c 'SELECT mail FROM "People"')" kept "... and rows are kept"
exits 0 "nothing differs then" pggit diff --from dbname=renamed --to "$db" --summary
dropdb renamed
done_testing
