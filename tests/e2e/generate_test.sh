#!/usr/bin/env bash
# The files that `pggit generate` makes for each tool, run as the tool would run them, in both
# directions; pg_dump says whether they lead where they should. Numbers follow what is in the folder,
# and nothing is written that was not tried.
set -u
. "$PGGIT_ROOT/tests/support/tap.sh"
. "$PGGIT_ROOT/tests/support/cli.sh"
. "$PGGIT_ROOT/tests/snapshot/judge.sh"
. "$PGGIT_ROOT/tests/plan/judge.sh"

cat >old.sql <<'SQL'
CREATE TABLE users (id integer PRIMARY KEY, mail text, gone text);
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE moods (m mood DEFAULT 'sad');
CREATE FUNCTION greet(text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  -- a body; with semicolons

  RETURN 'hello ' || $1;
END
$$;
SQL
cat >new.sql <<'SQL'
CREATE TABLE people (id bigint CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL);
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE moods (m mood DEFAULT 'ok');
CREATE SCHEMA app;
CREATE FUNCTION greet(text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RETURN 'it''s ' || $1; -- another


END
$$;
CREATE VIEW app.names AS SELECT p.email FROM people p, people q;
SQL
for side in old new; do
  createdb -T template0 "generate_$side"
  run_sql "generate_$side" "$side.sql"
  pggit snapshot -q -d "generate_$side" -o "$side.snapshot.sql"
  dumped "generate_$side" "$side.statements"
done
told=(--rename users=people --rename people.mail=email)
generate() { pggit generate -q --from old.snapshot.sql --to new.snapshot.sql "${told[@]}" --name go --dir "$1" --format "$2" "${@:3}"; }

# leads NAME STATEMENTS FILE [OPTION...]: psql runs the file on the database "way".
leads() {
  must "$1: it runs" psql -X -q -v ON_ERROR_STOP=1 -d way "${@:4}" -f "$3" || return
  dumped way way.statements
  same "$1: pg_dump agrees" "$2" way.statements
}
# ways NAME UP DOWN [OPTION...]
ways() {
  createdb -T template0 way
  run_sql way old.sql
  leads "$1" new.statements "$2" "${@:4}"
  leads "$1, back" old.statements "$3" "${@:4}"
  dropdb way
}

exits 0 "plain files are made" generate plain plain
is "$out" "plain/0001_go.up.sql
plain/0001_go.down.sql" "... and named"
ways plain plain/0001_go.up.sql plain/0001_go.down.sql
createdb -T template0 way
run_sql way old.sql
exits 0 "apply runs them, too" pggit apply -q -d way --allow-data-loss plain/0001_go.up.sql
exits 0 "... both" pggit apply -q -d way --allow-data-loss plain/0001_go.down.sql
dropdb way

exits 0 "golang-migrate's files are made" generate golang golang-migrate
ways golang-migrate golang/000001_go.up.sql golang/000001_go.down.sql

exits 0 "Flyway's files are made" generate flyway flyway
is "$(cat flyway/V1__go.sql.conf)" "executeInTransaction=false" "... which say that there are several transactions"
ways Flyway flyway/V1__go.sql flyway/U1__go.sql
exits 0 "... or none of their own" generate flyway flyway --one-transaction
is "$out" "flyway/V2__go.sql
flyway/U2__go.sql" "... with the next number"
ways "Flyway, whole" flyway/V2__go.sql flyway/U2__go.sql --single-transaction

sections() {
  sed -n '/^-- migrate:up/,/^-- migrate:down/p' "$1" | grep -v '^-- migrate:' >up.sql
  sed -n '/^-- migrate:down/,$p' "$1" | grep -v '^-- migrate:' >down.sql
}
exits 0 "dbmate's file is made" generate dbmate dbmate
like "$out" '^dbmate/20[0-9]{12}_go\.sql$' "... by its time"
sections "$out"
is "$(grep -c 'transaction:false' "$out")" 1 "... and one way has several transactions"
ways dbmate up.sql down.sql
exits 0 "... and another" generate dbmate dbmate --one-transaction
sections "$out"
ways "dbmate, whole" up.sql down.sql --single-transaction
is "$(find dbmate -name '*.sql' | wc -l)" 2 "... beside the first"

rollback() { sed -n 's/^--rollback //p' "$1" >down.sql; }
exits 0 "Liquibase's file is made" generate liquibase liquibase
rollback liquibase/0001_go.sql
like "$(head -n 3 liquibase/0001_go.sql)" '--changeset [^ ]+:0001_go .* runInTransaction:false$' "... with its changeset"
ways Liquibase liquibase/0001_go.sql down.sql
exits 0 "... and another" generate liquibase liquibase --one-transaction --author "Ann Lee"
like "$(head -n 3 liquibase/0002_go.sql)" '--changeset Ann_Lee:0002_go ' "... by its author"
rollback liquibase/0002_go.sql
ways "Liquibase, whole" liquibase/0002_go.sql down.sql --single-transaction

exits 0 "sqitch's files are made" generate sqitch sqitch --author 'Ann <ann@example.org>'
like "$(cat sqitch/sqitch.plan)" '%project=sqitch

go 20[0-9-]+T[0-9:]+Z Ann <ann@example.org> # go$' "... and its plan"
ways sqitch sqitch/deploy/go.sql sqitch/revert/go.sql
createdb -T template0 way
run_sql way old.sql
exits 3 "verify fails before" psql -X -q -v ON_ERROR_STOP=1 -d way -f sqitch/verify/go.sql
run_sql way sqitch/deploy/go.sql
ok "... and not after" psql -X -q -v ON_ERROR_STOP=1 -d way -f sqitch/verify/go.sql
dropdb way
exits 0 "a second change has another name" generate sqitch sqitch --author 'Ann <ann@example.org>'
is "$(tail -n 2 sqitch/sqitch.plan | cut -d' ' -f1 | paste -sd' ')" "go go_2" "... in the plan, too"

exits 0 "where nothing differs no file is made" pggit generate --from old.snapshot.sql --to old.snapshot.sql --dir none
is "$(ls -d none 2>/dev/null)" "" "... nor a folder"
exits 0 "the way back can be left out" generate there plain --up-only
is "$(ls there)" "0001_go.up.sql" "... of the files"
exits 2 "a name is one" generate bad plain --name 'a/b'
exits 2 "a tool is one of six" generate bad phinx
exits 2 "sqitch wants both ways" generate bad sqitch --up-only

# What cannot be run is not written.
createdb -T template0 -O "$PGUSER" lost
psql -X -q -d lost -c "CREATE TABLE t (a integer)"
exits 0 "a database is a side" pggit generate -q --from dbname=lost --to old.snapshot.sql --dir from_database --json
is "$(json "d['files']" <<<"$out")" "['from_database/0001_schema_change.up.sql', 'from_database/0001_schema_change.down.sql']" "... as JSON says"
sed 's/email text NOT NULL/email text NOT NULL DEFAULT nowhere()/' new.snapshot.sql >broken.sql
exits 2 "what the server refuses is not written" pggit generate -q --from old.snapshot.sql --to broken.sql --dir bad
like "$err" 'nowhere' "... and said"
is "$(ls -d bad 2>/dev/null)" "" "... before any file is made"
is "$(psql -XAtc "SELECT count(*) FROM pg_database WHERE datname LIKE 'pggit\_verify%'")" 0 "scratch databases are gone"
for name in generate_old generate_new lost; do dropdb "$name"; done
done_testing
