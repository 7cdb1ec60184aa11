#!/usr/bin/env bash
# Sessions that change branches all the time, while others run DDL on every branch and on main: each
# name that is looked up must be the branch's. Prints TAP, and how many lookups were checked.
#
#   scripts/cluster.sh with stress -- tests/routing/stress.sh [ROUNDS [SESSIONS [DDL_SESSIONS]]]
#
# A round is 100 statements of four lookups each, in a transaction of its own. Not part of
# `make test`: 1000 rounds of 3 sessions are over a million lookups and take minutes.
set -euo pipefail
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
rounds=${1:-1000} sessions=${2:-3} storms=${3:-2}
export PGDATABASE=routing_stress
dropdb --if-exists "$PGDATABASE" 2>/dev/null
createdb --template=template0 "$PGDATABASE"
work=$(mktemp -d /tmp/pggit-stress-XXXXXX)
trap 'rm -rf "$work"' EXIT

# Everything says which branch it is of: rows, what functions return, what a type takes.
psql -qX -v ON_ERROR_STOP=1 -o /dev/null <<'SQL'
SET client_min_messages = warning;
CREATE EXTENSION pggit;
CREATE EXTENSION citext;
CREATE SCHEMA app;
CREATE TABLE users (branch text DEFAULT 'main');
CREATE TABLE app.orders (branch text DEFAULT 'main');
CREATE FUNCTION whose() RETURNS text LANGUAGE plpgsql AS $$ DECLARE b text; BEGIN SELECT branch INTO b FROM public.users; RETURN b; END $$;
INSERT INTO users DEFAULT VALUES;
INSERT INTO app.orders DEFAULT VALUES;
SELECT pggit.init();
SELECT pggit.create_branch(b) FROM unnest('{a,b,c}'::text[]) b;
DO $$
DECLARE b text;
BEGIN
  FOREACH b IN ARRAY '{a,b,c}'::text[] LOOP
    PERFORM pggit.switch_branch(b);
    EXECUTE format('UPDATE users SET branch = %L', b);
    EXECUTE format('UPDATE app.orders SET branch = %L', b);
    EXECUTE format('CREATE TABLE public.own_%s AS SELECT %L AS branch', b, b);
  END LOOP;
END
$$;
SQL

# One round of a session that looks: a lookup that is answered by another branch ends it.
cat >"$work/look.sql" <<'SQL'
DO $$
DECLARE
  branches text[] := '{main,a,b,c}';
  here text := branches[1 + random() * 3];
  got text[];
  paths text[] := '{"public","app, public","public, app","\"$user\", public"}';
BEGIN
  PERFORM set_config('pggit.current_branch', here, random() < 0.5);
  FOR i IN 1 .. 100 LOOP
    IF random() < 0.1 THEN
      here := branches[1 + random() * 3];
      PERFORM set_config('pggit.current_branch', here, random() < 0.5);
    END IF;
    IF random() < 0.1 THEN
      PERFORM set_config('search_path', paths[1 + random() * 3], random() < 0.5);
    END IF;
    IF random() < 0.05 THEN
      BEGIN
        PERFORM set_config('pggit.current_branch', branches[1 + random() * 3], false);
        EXECUTE 'SELECT branch FROM public.users, no_such_table';
      EXCEPTION WHEN undefined_table THEN NULL;
      END;
    END IF;
    -- A statement of its own each time, so that nothing but the caches knows the names.
    EXECUTE format('SELECT ARRAY[u.branch, p.branch, o.branch, public.whose()] /* %s */
      FROM users u, public.users p, app.orders o', i) INTO got;
    IF got <> ARRAY[here, here, here, here] THEN
      RAISE EXCEPTION 'on % this answered: %', here, got;
    END IF;
    IF here <> 'main' THEN
      EXECUTE format('SELECT ARRAY[o.branch, whose(), (SELECT branch FROM app.orders), ''%s''::public.citext::text]
        FROM public.own_%s o', here, here) INTO got;
      IF got <> ARRAY[here, here, here, here] THEN
        RAISE EXCEPTION 'on % the second one answered: %', here, got;
      END IF;
    END IF;
  END LOOP;
END
$$;
SQL

# What a storm does, on a branch at random: it changes the very tables, and has every cache emptied.
cat >"$work/storm.sh" <<'EOS'
n=0
while [[ ! -e $1/over ]]; do
  branch=$(shuf -n 1 -e main a b c)
  n=$((n + 1))
  printf "SELECT pggit.switch_branch('%s') \\\\g /dev/null\n" "$branch"
  printf 'ALTER TABLE public.users ADD c%s_%s int;\nALTER TABLE users DROP c%s_%s;\n' "$2" "$n" "$2" "$n"
  printf 'CREATE TABLE public.t%s_%s AS SELECT branch FROM users;\n' "$2" "$n"
  printf "SELECT 'storm on %s reached ' || branch FROM t%s_%s WHERE branch <> '%s';\n" "$branch" "$2" "$n" "$branch"
  printf 'ALTER TABLE t%s_%s RENAME TO r%s_%s;\nDROP TABLE public.r%s_%s;\n' "$2" "$n" "$2" "$n" "$2" "$n"
  printf 'CREATE OR REPLACE FUNCTION f%s() RETURNS int LANGUAGE sql AS '"'SELECT %s'"';\n' "$2" "$n"
  printf 'GRANT USAGE ON SCHEMA public TO PUBLIC;\n'
  ((n % 5)) || printf 'CREATE SCHEMA s%s_%s;\nCREATE TABLE s%s_%s.t ();\nDROP SCHEMA s%s_%s CASCADE;\n' "$2" "$n" "$2" "$n" "$2" "$n"
  # More messages than a session that is busy can keep up with.
  ((n % 20)) || printf 'DO $$ BEGIN FOR i IN 1 .. 300 LOOP CREATE TEMP TABLE x (a int, b text); DROP TABLE x; END LOOP; END $$;\n'
done | psql -qXAt >"$1/storm$2" 2>&1
EOS

printf 'SET client_min_messages = warning;\n' >"$work/all.sql"
for ((i = 0; i < rounds; i++)); do cat "$work/look.sql"; done >>"$work/all.sql"
pids=() storm_pids=()
for ((s = 1; s <= storms; s++)); do
  bash "$work/storm.sh" "$work" "$s" &
  storm_pids+=($!)
done
for ((s = 1; s <= sessions; s++)); do
  psql -qX -f "$work/all.sql" >"$work/look$s" 2>&1 &
  pids+=($!)
done
wait "${pids[@]}"
touch "$work/over"
wait "${storm_pids[@]}"

set +e
# Deadlocks of the storms with each other, and with who reads, are theirs.
wrong() { cat "$work"/look? "$work"/storm? | grep -E "$1" | sort | uniq -c | sort -rn | head -n 5; }
is "$(wrong 'answered:|reached')" "" "no lookup was answered by another branch"
is "$(wrong 'server closed|PANIC|FATAL')" "" "no session died"
is "$(cat "$work"/look? "$work"/storm? | grep ERROR | grep -cvE 'deadlock|could not serialize|concurrently')" 0 "no statement failed but by deadlocks"
cat "$work"/look? "$work"/storm? | grep ERROR | grep -vE 'deadlock|could not serialize|concurrently' | sed 's/.*ERROR/ERROR/' | sort | uniq -c | sort -rn | head -n 5
failed=$(cat "$work"/look? | grep -c ERROR)
# A round is 100 statements of four lookups, and as many again on branches, where three rounds in four are.
note "about $(((rounds * sessions - failed) * 700)) lookups were checked, $failed rounds of $((rounds * sessions)) ended by deadlocks"
done_testing
