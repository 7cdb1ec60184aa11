#!/usr/bin/env bash
# pggit snapshot and restore-schema as a person or a script uses them.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/support/cli.sh
. "$PGGIT_ROOT/tests/support/cli.sh"

psql -qX -v ON_ERROR_STOP=1 <<'SQL'
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE users (id integer PRIMARY KEY, "E-Mail" text NOT NULL, mood mood DEFAULT 'ok');
CREATE INDEX ON users (lower("E-Mail"));
CREATE VIEW emails AS SELECT "E-Mail" FROM users;
CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
SQL

# To standard output.
exits 0 "a snapshot goes to standard output" pggit snapshot
like "$out" 'CREATE TABLE public.users \(
    id integer NOT NULL,
    "E-Mail" text NOT NULL,
    mood public.mood DEFAULT .ok.::public.mood,
    CONSTRAINT users_pkey PRIMARY KEY \(id\)
\);' "... as a person would write it"
is "$err" "" "... and nothing else is said"
document=$out
exits 0 "the same by a connection string" pggit snapshot --from "dbname=$PGDATABASE" -o -
is "$out" "$document" "... has the same bytes"
is "$(PGOPTIONS='-c search_path=public -c DateStyle=German -c quote_all_identifiers=on' pggit snapshot)" \
  "$document" "settings of the session change no byte"
is "$(pggit snapshot --json | json '[x["path"] for x in d["definitions"]]')" \
  "['public/schema.sql', 'public/types/mood.sql', 'public/functions/f(integer).sql', 'public/tables/users.sql', 'public/views/emails.sql']" \
  "--json lists every definition with its path"

# The server and the command say the same.
psql -qX -c 'CREATE EXTENSION pggit'
is "$(psql -qXAt -c "SELECT definition FROM pggit.schema() WHERE object_path LIKE 'public/tables/%'")" \
  "$(pggit snapshot --json | json '[x["definition"] for x in d["definitions"] if x["type"] == "TABLE"][0]')" \
  "pggit.schema() gives the bytes that the command reads from outside"
is "$(psql -qXAt -c "SELECT pg_catalog.string_agg(definition, E'\n') FROM pggit.schema()")" "$document" \
  "... for the whole schema, the extension itself left out"

# A tree.
exits 0 "a snapshot becomes a directory" pggit snapshot -o tree
like "$err" 'Wrote 5 definitions of database ' "... and says so"
is "$(find tree -type f | sort)" "tree/.pggit/format
tree/public/functions/f(integer).sql
tree/public/schema.sql
tree/public/tables/users.sql
tree/public/types/mood.sql
tree/public/views/emails.sql" "one file a definition"
is "$(cat tree/.pggit/format)" "version 1
postgresql $(pg_config --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/')
owners no
tablespaces no" "... and one about the form"
# (From 18 on the server names no relation where there is but one.)
is "$(sed 's/SELECT "E-Mail"/SELECT users."E-Mail"/' tree/public/views/emails.sql)" '-- VIEW public.emails
-- needs TABLE public.users: column "E-Mail"
-- returns "E-Mail" text
CREATE VIEW public.emails AS
SELECT users."E-Mail"
   FROM public.users;' "a definition stands in its file"
psql -qX -c 'DROP VIEW emails' -c 'ALTER TABLE users ADD COLUMN age integer'
pggit snapshot -q -o tree
not_ok "a definition whose object is gone goes too" test -e tree/public/views
ok "a changed one is written anew" grep -q 'age integer' tree/public/tables/users.sql
mkdir theirs && echo precious >theirs/file
exits 2 "a directory of somebody else is refused" pggit snapshot -o theirs
like "$err" 'is not empty and holds no schema' "... by its name"
is "$(ls theirs)" file "... and left as it was"

# And back.
pggit snapshot -q -o one.sql
is "$(pggit restore-schema one.sql)" "$(pggit restore-schema tree)" "a file and a tree hold the same schema"
is "$(pggit restore-schema - <one.sql)" "$(pggit restore-schema tree)" "... and standard input too"
createdb again
ok "the script runs in an empty database" \
  bash -c 'pggit restore-schema tree | psql -qX -1 -v ON_ERROR_STOP=1 -d again'
is "$(pggit snapshot -d again)" "$(cat one.sql)" "... which has the same schema then"
exits 0 "the script can be had as JSON" pggit restore-schema --json tree
is "$(json 'd["statements"][0]["object"]' <<<"$out")" "SCHEMA public" "... statement by statement"
sed -i 's/age integer/age  integer/' tree/public/tables/users.sql
exits 2 "a definition in another spelling is refused" pggit restore-schema tree
like "$err" 'public/tables/users.sql: the definition of TABLE public.users is not in its canonical form' \
  "... with its file"
like "$err" 'Canonical:     age integer' "... and the line that differs"
exits 2 "what is no schema is refused" pggit restore-schema theirs
echo 'version 99' >tree/.pggit/format
exits 2 "a newer format is refused" pggit restore-schema tree
like "$err" 'definitions of format 99 cannot be read' "... with its number"

# Secrets.
createdb secrets
psql -qX -d secrets <<'SQL'
CREATE FOREIGN DATA WRAPPER w OPTIONS (api_token 's3cret');
CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (host 'a', password 's3cret');
CREATE USER MAPPING FOR CURRENT_USER SERVER s OPTIONS (user 'me', password 's3cret');
SQL
exits 0 "secrets do not stand in the way" pggit snapshot -v -d secrets
unlike "$out" s3cret "... and are not kept"
like "$err" 'password' "... which is told with --verbose"

# A table that is left out may compute a column.
psql -qX -d secrets -c 'CREATE TABLE left_out (a int, b int GENERATED ALWAYS AS (a + 1) STORED)' \
  -c 'ALTER EXTENSION plpgsql ADD TABLE left_out'
exits 0 "what is left out does not stand in the way" pggit snapshot -d secrets
unlike "$out" left_out "... and is not there"

# A role with no rights but to connect.
psql -qX -c "CREATE ROLE nobody_special LOGIN"
psql -qX -c "REVOKE ALL ON users FROM PUBLIC"
is "$(pggit snapshot -d again -U nobody_special)" "$(pggit snapshot -d again)" \
  "a role that may read no table can read the schema"
done_testing
