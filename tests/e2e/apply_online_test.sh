#!/usr/bin/env bash
# pggit apply of a plan that locks little: it waits for locks patiently, stops where it must, goes on where
# it stopped, and leaves nothing behind.
set -u
. "$PGGIT_ROOT/tests/support/tap.sh"
. "$PGGIT_ROOT/tests/support/cli.sh"

sql() { psql -XAtq -v ON_ERROR_STOP=1 "$@"; }
invalid() { sql -c "SELECT count(*) FROM pg_index WHERE NOT indisvalid"; }
# In another session, which says when it is there; wait for "$holder" when it may end.
hold() {
  sql -c "BEGIN" -c "LOCK TABLE users IN ACCESS SHARE MODE" -c "SELECT pg_sleep($1)" >/dev/null &
  holder=$!
  until [[ $(sql -c "SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE relation = 'users'::regclass AND granted AND query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()") == 1 ]]; do sleep 0.1; done
}

sql -c 'CREATE TABLE users (id integer, mail text)' -c "INSERT INTO users VALUES (1, 'a'), (2, 'a')" \
  -c 'CREATE TABLE posts (author integer)'
pggit snapshot -o old.sql
sql -c 'BEGIN' -c 'ALTER TABLE users ADD PRIMARY KEY (id)' -c 'CREATE UNIQUE INDEX by_mail ON users (mail) WHERE id > 5' \
  -c 'ALTER TABLE posts ADD CONSTRAINT of FOREIGN KEY (author) REFERENCES users' -c 'COMMIT'
pggit snapshot -o new.sql
sql -c 'DROP INDEX by_mail' -c 'ALTER TABLE posts DROP CONSTRAINT of' -c 'ALTER TABLE users DROP CONSTRAINT users_pkey' \
  -c 'ALTER TABLE users ALTER COLUMN id DROP NOT NULL'
sed -i 's/ WHERE (id > 5)//' new.sql

exits 1 "an online plan is made" pggit diff --from "dbname=$PGDATABASE" --to new.sql --sql --online
printf '%s\n' "$out" >plan.sql
like "$(head -n 1 plan.sql)" '^-- pggit plan 1, steps [0-9]+, online, from [0-9a-f]{64} to [0-9a-f]{64}$' "... which says that it is one"
is "$(grep -c ', alone, ends at' plan.sql)" 2 "... and what runs outside of transactions"

exits 2 "what does not fit stops it" pggit apply plan.sql
like "$err" 'could not create unique index' "... with the server's words"
is "$(invalid)" 0 "... and no index is left that is not valid"
exits 1 "... in the middle" pggit diff --from "dbname=$PGDATABASE" --to old.sql --summary

# As if the connection had gone: the index is there, and not valid.
sql -c 'CREATE UNIQUE INDEX CONCURRENTLY by_mail ON public.users USING btree (mail)' 2>/dev/null
is "$(invalid)" 1 "a run that was cut off leaves an index that is not valid"
sql -c "UPDATE users SET mail = 'b' WHERE id = 2"
exits 0 "run again, it goes on" pggit apply plan.sql
like "$err" 'was begun before; it goes on after part [0-9]+' "... and says where"
like "$out" 'is where the plan ends, after [0-9]+ steps?\.$' "... and gets to its end"
is "$(invalid)" 0 "... without what was not valid"
exits 0 "... which is exact" pggit diff --from "dbname=$PGDATABASE" --to new.sql --summary
exits 0 "run once more, it leaves the database alone" pggit apply plan.sql
like "$out" 'ends already' "... and says so"

# An index that was not dropped whole is not part of the schema any more.
exits 0 "the way back" pggit apply --to old.sql --online --verify
exits 0 "... is exact, too" pggit diff --from "dbname=$PGDATABASE" --to old.sql --summary
sql -c 'CREATE INDEX gone ON users (mail)'
pggit diff --from "dbname=$PGDATABASE" --to old.sql --sql --online >drop.sql
sql -c "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'gone'::regclass"
exits 0 "an index whose drop was cut off" pggit apply drop.sql
is "$(sql -c "SELECT to_regclass('gone') IS NULL")" t "... is dropped whole"

hold 30
exits 2 "it gives up after as many tries as it is told" pggit apply --to new.sql --online --lock-timeout 100ms --lock-retries 1
like "$err" '1 of 1' "... after saying so"
like "$err" 'error: canceling statement due to lock timeout' "... with the server's words"
sql -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(30)%' AND pid <> pg_backend_pid()" >/dev/null
wait "$holder" 2>/dev/null
hold 1
exits 0 "it waits where somebody else has a lock" pggit apply --to new.sql --online --lock-timeout 100ms
wait "$holder"
like "$err" 'Part 1 of [0-9]+: canceling statement due to lock timeout; trying again in 1 s \(1 of 10\)' "... and says so"
exits 0 "... and ends exactly" pggit diff --from "dbname=$PGDATABASE" --to new.sql --summary

exits 2 "a plan is online or in one transaction" pggit apply --to old.sql --online --one-transaction
exits 2 "how it locks is told where it is made" pggit apply --online plan.sql
exits 2 "a number of retries is a number" pggit apply --lock-retries many plan.sql
sed '/^-- part 2 of/d' plan.sql >torn.sql
sql -c 'DROP TABLE posts'
exits 2 "a script of which parts are missing is refused" pggit apply torn.sql
like "$err" 'parts of the plan are missing' "... and says why"
done_testing
