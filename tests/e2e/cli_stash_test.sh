#!/usr/bin/env bash
# pggit stash: puts aside and takes back, for people and for programs.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/support/cli.sh
. "$PGGIT_ROOT/tests/support/cli.sh"

exits 2 "stash needs a database under version control" pggit stash
like "$err" 'is not under version control' "... and says so"
psql -qc 'CREATE TABLE users (id int PRIMARY KEY)' -c 'INSERT INTO users VALUES (1)'
pggit init >/dev/null 2>&1
columns() {
  psql -Atc "SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attnum > 0 AND NOT attisdropped"
}

exits 0 "nothing to put aside" pggit stash
is "$out" "No changes to put aside." "... is told"
psql -qc 'ALTER TABLE users ADD email text'
exits 0 "stash" pggit stash
like "$out" '^Put aside: WIP on main: [0-9a-f]{12} Initial snapshot$' "... says what it kept"
is "$(columns)" "id" "... and turns the schema back"
psql -qc 'ALTER TABLE users ADD phone text'
exits 0 "stash with a message" pggit stash push -m 'a phone' --json
is "$(json 'd["task"], d["message"], len(d["stash"])' <<<"$out")" "('push', 'On main: a phone', 64)" "... for programs"
exits 0 "the list" pggit stash list
like "$out" $'^stash@\\{0\\}: On main: a phone\nstash@\\{1\\}: WIP on main' "... has the latest first"
exits 0 "... for programs" pggit stash list --json
is "$(json '[s["name"] for s in d["stashes"]]' <<<"$out")" "['stash@{0}', 'stash@{1}']" "... the same"
exits 0 "what the one before did" pggit stash show 1
is "$out" "modified public/tables/users.sql" "... by its number"
exits 0 "... line by line" pggit stash show --patch 'stash@{1}'
like "$out" '\+    email text' "... and its name"
exits 0 "... as any revision" pggit show 'stash@{1}'
like "$out" 'WIP on main' "... has a message"

exits 0 "apply" pggit stash apply 1
is "$out" "Applied stash@{1}." "... says which"
is "$(columns)" "id email" "... and does"
exits 0 "pop" pggit stash pop
like "$out" '^Applied stash@\{0\}\. Dropped it \([0-9a-f]{64}\)\.$' "... says so"
is "$(columns)" "id email phone" "... onto what is live"
exits 0 "pop of what is there" pggit stash pop
like "$out" '^The live schema has all of it\. Dropped it' "... says so"
exits 2 "pop of nothing" pggit stash pop
like "$err" 'stash "stash@\{0\}" does not exist' "... says so"

psql -qc "UPDATE users SET email = 'ann@example.com'"
exits 2 "stash refuses to lose values" pggit stash
like "$err" 'this would lose data' "... and says so"
is "$(columns)" "id email phone" "... and changes nothing"
exits 0 "... until it may" pggit stash --allow-data-loss -m both
psql -qc 'ALTER TABLE users ADD phone int'
exits 1 "pop with a conflict" pggit stash pop
like "$out" '^conflict public/tables/users\.sql#column:phone' "... names the part"
like "$out" 'the stash is kept' "... and says that nothing is lost"
is "$(pggit stash list)" "stash@{0}: On main: both" "... which is so"
exits 1 "... for programs" pggit stash pop --json
is "$(json 'd["status"], d["conflicts"]' <<<"$out")" "('conflicts', ['public/tables/users.sql#column:phone'])" "... the same"
exits 0 "pop where the stash wins" pggit stash pop --strategy theirs --allow-data-loss
is "$(columns)" "id phone email" "... takes its part"
pggit stash --allow-data-loss >/dev/null 2>&1
exits 0 "drop" pggit stash drop --json
is "$(json 'd["task"], len(d["dropped"])' <<<"$out")" "('drop', 64)" "... gives its id"
exits 0 "clear" pggit stash clear
is "$out" "Dropped 0." "... counts"

exits 2 "a task that is none" pggit stash poke
like "$err" '"poke" is not a value of TASK' "... is told"
exits 2 "two stashes" pggit stash pop 1 2
exits 2 "a message for a list" pggit stash list -m x
exits 2 "a patch for a pop" pggit stash pop --patch
exits 2 "a stash to put aside" pggit stash push 1
pggit stash clear >/dev/null 2>&1
pggit reset --hard --allow-data-loss >/dev/null 2>&1
psql -qc 'CREATE TABLE one (i int)' -c 'CREATE TABLE two (i int)'
exits 0 "push of one object" pggit stash push -m one one
is "$(pggit status --short)" "A public/tables/two.sql" "... leaves the other"
exits 2 "push of what did not change" pggit stash push nothing
exits 0 "pop" pggit stash pop
is "$(pggit status --short | wc -l)" "2" "... brings it back"

done_testing
