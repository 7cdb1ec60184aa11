#!/usr/bin/env bash
# A script of SQL as a side of a comparison: what people and pg_dump write makes the schema that it
# makes in a database, nothing of it stays, and what cannot be run is refused with its line.
set -u
. "$PGGIT_ROOT/tests/support/tap.sh"
. "$PGGIT_ROOT/tests/support/cli.sh"

cat >shop.sql <<'SQL'
BEGIN;
SET transaction_timeout_of_another_version = 0;
CREATE TABLE users (id serial PRIMARY KEY, email text);
CREATE INDEX CONCURRENTLY users_email ON users (email);
COPY users (id, email) FROM stdin;
1	it's
\.
CREATE FUNCTION two() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END;
ALTER TABLE users OWNER TO nobody_knows;
COMMENT ON DATABASE postgres IS 'touched';
COMMIT;
SQL
psql -X -q -c "CREATE TABLE users (id serial PRIMARY KEY, email text)"

exits 1 "a database differs from a script" pggit diff --from "$PGDATABASE" --to shop.sql --stat
is "$out" "added     FUNCTION public.two()
added     index users_email of TABLE public.users" "... by what the script makes"
is "$err" "" "... and the server's remarks on it are not told"
exits 0 "a plan for it can be applied" pggit apply -d "$PGDATABASE" --to shop.sql -q
exits 0 "... and leads there" pggit diff --from "$PGDATABASE" --to shop.sql
exits 0 "a script is read from standard input, too" \
  bash -c "pggit diff --from shop.sql --to - <shop.sql"
exits 2 "with --owners, who owns what matters" pggit diff --owners --from shop.sql --to shop.sql
like "$err" 'shop.sql:9: role "nobody_knows" does not exist' "... and must be there"
is "$(psql -XAt -c "SELECT count(*) FROM pg_database WHERE datname LIKE 'pggit\_%'")" 0 \
  "no scratch database stays"
is "$(psql -XAt -c "SELECT shobj_description(oid, 'pg_database') ~ 'touched' FROM pg_database
  WHERE datname = 'postgres'")" f "nothing of a script reaches another database"

echo 'SELECT 1; CREATE TABLE users (id integer, id integer)' >twice.sql
exits 2 "what fails in a script" pggit diff --from twice.sql --to shop.sql
like "$err" 'twice.sql:1: column "id" specified more than once' "... is told with its line"
printf 'SELECT 1;\n\\connect postgres\n' >elsewhere.sql
exits 2 "a script cannot go to another database" pggit diff --from elsewhere.sql --to shop.sql
like "$err" 'elsewhere.sql: line 2: the script has a command of psql, \\connect' "... by psql's commands"
exits 3 "without a server" env PGPORT=1 pggit diff --from shop.sql --to shop.sql
like "$err" '"shop.sql" is a script, which is run in a scratch database' "... the hint says what for"

# pg_dump is the judge: what it dumps of a database makes that database. Not asked of dumps that it
# says itself cannot be restored, nor of what it leaves out or puts elsewhere: the order of inherited
# columns, grants on languages of the system.
compare() {
  pg_dump "$1" >dump.sql 2>dump.err || fail "pg_dump of $1"
  if grep -q 'dependency loop' dump.err; then return; fi
  exits 0 "a dump of $1 equals it" pggit diff --from "$1" --to dump.sql
}
for file in "$PGGIT_ROOT"/tests/snapshot/kinds/*.sql; do
  kind=$(basename "$file" .sql)
  case $kind in table | system_privileges) continue ;; esac
  psql -X -q -c "CREATE DATABASE \"kind_$kind\" TEMPLATE template0"
  psql -X -q -d "kind_$kind" -f "$file" >/dev/null 2>&1
  compare "kind_$kind"
done
psql -X -q -c 'CREATE DATABASE regression TEMPLATE template0'
gzip -dc "$PGGIT_ROOT/tests/data/regression.sql.gz" >regression.sql
psql -X -q -d regression -f regression.sql >/dev/null 2>&1
compare regression
exits 0 "... and so does the script that made it" pggit diff --from regression --to regression.sql
done_testing
