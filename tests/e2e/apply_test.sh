#!/usr/bin/env bash
# pggit apply as a person or a deployment uses it: a plan runs on its start and on nothing else, all
# of it or nothing.
set -u
. "$PGGIT_ROOT/tests/support/tap.sh"
. "$PGGIT_ROOT/tests/support/cli.sh"

sql() { psql -XAtq -v ON_ERROR_STOP=1 "$@"; }
tables() { sql -c "SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"; }

sql -c 'CREATE TABLE users (id integer PRIMARY KEY, name text, old text)' -c "INSERT INTO users VALUES (1, 'Ann', 'x')"
pggit snapshot -o old.sql
sed 's/name text,/name text NOT NULL,\n    email text,/' old.sql >new.sql
exits 1 "a plan is made" pggit diff --from "dbname=$PGDATABASE" --to new.sql --sql
printf '%s\n' "$out" >plan.sql
like "$(head -n 1 plan.sql)" '^-- pggit plan 1, steps [0-9]+, from [0-9a-f]{64} to [0-9a-f]{64}$' "... which says where it starts and ends"

exits 0 "it runs" pggit apply plan.sql
like "$out" "is where the plan ends, after [0-9]+ steps?\\.$" "... and says that it is done"
exits 0 "nothing differs then" pggit diff --from "dbname=$PGDATABASE" --to new.sql --summary
is "$(sql -c 'SELECT name FROM users')" Ann "rows are still there"

exits 0 "run again, it leaves the database alone" pggit apply plan.sql
like "$out" 'ends already' "... and says so"
exits 0 "the answer can be had as JSON" pggit apply --json plan.sql
is "$(json "d['steps']" <<<"$out")" 0 "... with what was done"

sql -c 'CREATE TABLE stray ()'
exits 2 "on another schema it is refused" pggit apply plan.sql
like "$err" 'is not where the plan starts' "... by its name"
like "$err" 'HINT: .*pggit diff' "... with what to do"
exits 2 "a script that is no plan is refused" pggit apply new.sql
like "$err" 'holds no plan' "... and says why"
exits 2 "a plan is read or made, not both" pggit apply plan.sql --to new.sql

exits 2 "data is not lost unasked" pggit apply --to new.sql
like "$err" 'this would lose data' "... and it is said"
like "$err" 'all rows of TABLE public.stray are lost' "... which"
is "$(tables)" "stray users" "... and nothing was changed"
exits 0 "data is lost when that is allowed" pggit apply --to new.sql --allow-data-loss
is "$(tables)" "users" "... as the plan says"

# A statement that fails leaves the start as it was.
sed 's/email text,/email text NOT NULL,\n    more text,/' new.sql >harder.sql
exits 2 "what the server refuses fails" pggit apply --to harder.sql
like "$err" 'contains null values' "... with the server's words"
exits 0 "... and is undone" pggit diff --from "dbname=$PGDATABASE" --to new.sql --summary

sql -c "BEGIN" -c "LOCK TABLE users" -c "SELECT pg_sleep(5)" >/dev/null &
holder=$!
until [[ $(sql -c "SELECT count(*) FROM pg_locks WHERE relation = 'users'::regclass AND mode = 'AccessExclusiveLock' AND granted") == 1 ]]; do sleep 0.1; done
exits 2 "it waits for a lock no longer than it may" pggit apply --to old.sql --allow-data-loss --lock-timeout 200ms
like "$err" 'lock timeout' "... and says so"
kill "$holder"
wait "$holder" 2>/dev/null
sql -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(5)%' AND pid <> pg_backend_pid()" >/dev/null

exits 0 "a plan is tried on a scratch database first" pggit apply --to old.sql --allow-data-loss --verify
is "$(sql -c "SELECT count(*) FROM pg_database WHERE datname LIKE 'pggit\_verify%'")" 0 "... which is gone then"
exits 0 "... and then run" pggit diff --from "dbname=$PGDATABASE" --to old.sql --summary

# A plan that was changed by hand does not end where it says; on the scratch database that shows.
pggit diff --from "dbname=$PGDATABASE" --to new.sql --sql | sed 's/email text/email varchar(9)/' >forged.sql
exits 5 "a plan that leads elsewhere is found out" pggit apply --verify forged.sql
like "$err" 'leads database "pggit_verify.*elsewhere' "... by what it says of itself"
exits 0 "... before anything was changed" pggit diff --from "dbname=$PGDATABASE" --to old.sql --summary
exits 5 "it is found out without one, too" pggit apply forged.sql
like "$err" 'The transaction was undone' "... before it ends"
exits 0 "... and nothing was changed" pggit diff --from "dbname=$PGDATABASE" --to old.sql --summary
sed '/^BEGIN;$/d; /^COMMIT;$/d' forged.sql >plain.sql
exits 5 "a script without a transaction runs in one" pggit apply plain.sql
exits 0 "... and is undone likewise" pggit diff --from "dbname=$PGDATABASE" --to old.sql --summary
sed 's/email varchar(9)/email text/' plain.sql >right.sql
exits 0 "... or done" pggit apply right.sql
exits 0 "... to its end" pggit diff --from "dbname=$PGDATABASE" --to new.sql --summary

# What another role owns stays that role's: the owner's privileges are its own, not those of who applies.
sql <<'END'
CREATE ROLE apply_owner;
CREATE SCHEMA theirs;
CREATE TABLE theirs."t$$" (id integer GENERATED ALWAYS AS IDENTITY, c text);
CREATE SEQUENCE theirs.s;
CREATE FUNCTION theirs.f(a integer, b text) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE theirs.p() LANGUAGE sql AS 'SELECT 1';
CREATE TYPE theirs.e AS ENUM ('x');
CREATE DOMAIN theirs.d AS text;
CREATE FOREIGN DATA WRAPPER their_wrapper;
CREATE SERVER their_server FOREIGN DATA WRAPPER their_wrapper;
END
pggit snapshot -o open.sql
own() {
  sql -c "ALTER SCHEMA theirs OWNER TO $1" -c "ALTER TABLE theirs.\"t\$\$\" OWNER TO $1" -c "ALTER SEQUENCE theirs.s OWNER TO $1" \
    -c "ALTER FUNCTION theirs.f OWNER TO $1" -c "ALTER PROCEDURE theirs.p OWNER TO $1" -c "ALTER TYPE theirs.e OWNER TO $1" \
    -c "ALTER DOMAIN theirs.d OWNER TO $1" -c "ALTER SERVER their_server OWNER TO $1"
}
sql <<'END'
REVOKE CREATE ON SCHEMA theirs FROM CURRENT_USER;
REVOKE INSERT ON TABLE theirs."t$$" FROM CURRENT_USER;
REVOKE USAGE ON SEQUENCE theirs.s FROM CURRENT_USER;
REVOKE ALL ON FUNCTION theirs.f FROM CURRENT_USER;
REVOKE ALL ON PROCEDURE theirs.p FROM CURRENT_USER;
REVOKE ALL ON TYPE theirs.e FROM CURRENT_USER;
REVOKE ALL ON DOMAIN theirs.d FROM CURRENT_USER;
REVOKE ALL ON FOREIGN SERVER their_server FROM CURRENT_USER;
REVOKE ALL ON FOREIGN DATA WRAPPER their_wrapper FROM CURRENT_USER;
END
pggit snapshot -o closed.sql
own apply_owner
exits 0 "the owner's privileges come back to it" pggit apply --to open.sql --verify
exits 0 "... to the schema that was asked for" pggit diff --from "dbname=$PGDATABASE" --to open.sql --summary
exits 0 "they are taken from it" pggit apply --to closed.sql --verify
exits 0 "... and from nobody else" pggit diff --from "dbname=$PGDATABASE" --to closed.sql --summary
is "$(sql -c "SELECT has_table_privilege('apply_owner', 'theirs.\"t\$\$\"', 'INSERT')")" f "... as the server sees it"
# What the target grants to the role that owns the object is the owner's already.
pggit snapshot -q -o closed.sql
sed '/^CREATE TYPE theirs.e/,/^);/ s/^);/);\n\nGRANT ALL ON TYPE theirs.e TO apply_owner;/' open.sql >granted.sql
exits 1 "a grant to the owner" pggit diff --from "dbname=$PGDATABASE" --to granted.sql --stat
like "$err" 'Not compared: grants to roles that own the object on the first side \(1 object\)' "... is not compared, and that is said"
unlike "$out" 'apply_owner' "... not even as a change"
exits 0 "the plan without it" pggit apply --to granted.sql
exits 0 "... leaves nothing to do" pggit diff --from "dbname=$PGDATABASE" --to granted.sql --summary
exits 0 "the database can be closed again" pggit apply --to closed.sql
sql -c 'DROP SCHEMA theirs CASCADE' -c 'DROP FOREIGN DATA WRAPPER their_wrapper CASCADE' -c 'DROP ROLE apply_owner' 2>/dev/null
done_testing
