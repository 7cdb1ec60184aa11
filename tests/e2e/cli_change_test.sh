#!/usr/bin/env bash
# reset, restore, undo, revert, cherry-pick and merge of the command, for people and for programs.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/support/cli.sh
. "$PGGIT_ROOT/tests/support/cli.sh"
export PGOPTIONS="-c pggit.author_name=Ann -c timezone=UTC"

for verb in reset "restore users" undo revert "cherry-pick x" "merge x"; do
  # shellcheck disable=SC2086
  exits 2 "$verb needs a database under version control" pggit $verb
  like "$err" 'is not under version control' "... and says so"
done

columns() {
  psql -Atc "SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attnum > 0 AND NOT attisdropped"
}

psql -qc 'CREATE TABLE users (id int PRIMARY KEY)' -c 'INSERT INTO users VALUES (1)'
pggit init >/dev/null 2>&1
psql -qc 'ALTER TABLE users ADD email text'
pggit commit -q -m 'add email' >/dev/null

exits 0 "reset" pggit reset HEAD~1
like "$out" '^\[main [0-9a-f]{12}\] Initial snapshot$' "... says where the branch is"
is "$(columns)" "id email" "... and leaves the schema"
exits 0 "reset to where it was" pggit reset --hard "main@{1}"
is "$(columns)" "id email" "... by the reflog"
exits 0 "reset --hard" pggit reset --hard HEAD~1
is "$(columns)" "id" "... turns the schema into the commit's"
exits 0 "undo" pggit undo
like "$out" 'add email$' "... takes that back"
is "$(columns)" "id email" "... with the schema"

psql -qc "UPDATE users SET email = 'ann@example.com'"
exits 2 "revert refuses to lose values" pggit revert
like "$err" 'this would lose data' "... and says so"
exits 0 "... until it may" pggit revert --allow-data-loss
like "$err" 'all values of column email of TABLE public.users are lost' "... and warns"
is "$(columns)" "id" "... and does"

psql -qc 'ALTER TABLE users ADD other int'
exits 0 "restore" pggit restore users --json
is "$(json 'd["path"]' <<<"$out")" "public/tables/users.sql" "... names what it restored"
is "$(columns)" "id" "... and restored it"

psql -qc 'ALTER TABLE users ADD ours int'
pggit commit -q -m ours >/dev/null
psql -qAt -o /dev/null -c "SELECT pggit_v0.create_branch('ours')"
pggit reset --hard HEAD~1 >/dev/null
psql -qc 'ALTER TABLE users ADD theirs text'
pggit commit -q -m theirs >/dev/null
exits 0 "merge" pggit merge ours
like "$out" '^Merged as [0-9a-f]{12}\.$' "... says so"
is "$(columns)" "id theirs ours" "... and has both"
exits 0 "merge again" pggit merge ours --json
is "$(json 'd["status"], d["conflicts"]' <<<"$out")" "('up_to_date', [])" "... has nothing to do"
pggit reset --hard HEAD~2 >/dev/null
psql -qc 'ALTER TABLE users ADD ours text'
pggit commit -q -m 'ours too' >/dev/null
exits 1 "what a merge with a conflict would give" pggit merge-tree main ours
is "$out" 'conflict public/tables/users.sql#column:ours' "... is the part"
exits 1 "... for programs" pggit merge-tree main ours --json
is "$(json 'd["tree"], d["conflicts"]' <<<"$out")" "(None, ['public/tables/users.sql#column:ours'])" "... the same"
exits 0 "what one without would give" pggit merge-tree ours main~1
is "$out" "$(psql -Atc "SELECT pggit_v0.rev_parse('ours^{tree}')")" "... is a tree"
exits 0 "... with a base" pggit merge-tree main ours --merge-base main
is "$out" "$(psql -Atc "SELECT pggit_v0.rev_parse('ours^{tree}')")" "... that is named"
exits 2 "a merge of one" pggit merge-tree main
exits 1 "a merge with a conflict" pggit merge ours
like "$out" '^conflict public/tables/users\.sql#column:ours' "... names the part"
is "$(columns)" "id ours" "... and changes nothing"
exits 0 "status meanwhile" pggit status
like "$out" 'Merging ours, with conflicts' "... tells of the merge"
exits 0 "... for programs" pggit status --json
is "$(json 'd["merging"]' <<<"$out")" "ours" "... too"
exits 1 "another merge meanwhile" pggit merge ours
like "$err" 'is not finished' "... is refused"
exits 1 "what is to be decided" pggit conflicts
is "$out" "public/tables/users.sql#column:ours  both_added
  base   is not there
  target ours text
  source ours integer" "... shows what each side has"
exits 1 "... for programs" pggit conflicts --json
is "$(json 'd["undecided"], [(c["element"], c["ours"], c["resolution"]) for c in d["conflicts"]]' <<<"$out")" \
  "(1, [('column:ours', 'ours text', None)])" "... the same"
exits 1 "to go on without a decision" pggit merge --continue --json
is "$(json 'd["status"], d["commit"], d["conflicts"]' <<<"$out")" \
  "('conflicts', None, ['public/tables/users.sql#column:ours'])" "... leaves it as it is"
exits 2 "to decide nothing" pggit conflicts --take source
exits 2 "to decide twice" pggit conflicts --take source --ddl 'SELECT 1' users
exits 0 "to decide" pggit conflicts --take source users
like "$out" 'decided: source' "... is shown"
like "$err" 'pggit merge --continue' "... with what comes next"
exits 2 "two things at once" pggit merge --continue --abort
exits 2 "nothing at all" pggit merge
exits 2 "a message too early" pggit merge -m x ours
exits 0 "to go on" pggit merge --continue --allow-data-loss -m 'as they want it'
like "$out" '^Merged as [0-9a-f]{12}\.$' "... makes the commit"
is "$(psql -Atc "SELECT message FROM pggit.log(\"limit\" => 1)")" "as they want it" "... with the message"
exits 0 "no conflicts" pggit conflicts
like "$err" 'No merge waits' "... are told"
pggit reset --hard HEAD~1 >/dev/null
exits 1 "the same conflict again" pggit merge ours
exits 1 "what is to be decided" pggit conflicts
like "$out" 'decided before: source' "... was decided before"
exits 2 "statements that fail" pggit conflicts --ddl 'ALTER TABLE nothing ADD i int' users
exits 0 "to decide by statements" pggit conflicts --ddl 'ALTER TABLE users ALTER ours TYPE varchar(10)' users
exits 0 "to give up" pggit merge --abort
like "$err" 'keeps the changes that are not committed' "... leaves what was done"
pggit reset --hard >/dev/null
exits 2 "to give up twice" pggit merge --abort
exits 0 "rebase onto what is below" pggit rebase HEAD~1
is "$out" "Already up to date." "... has nothing to do"
exits 1 "rebase with a conflict" pggit rebase ours
like "$out" 'conflict public/tables/users\.sql#column:ours' "... names the part"
exits 1 "... for programs" pggit rebase ours --json
like "$out" 'is not finished' "... is told that it waits"
exits 2 "to go on with what does not wait" pggit cherry-pick --continue
like "$err" 'is a rebase' "... is told what does"
exits 2 "to go on and to begin" pggit rebase --continue ours
exits 2 "to go on and to give up" pggit rebase --continue --abort
exits 0 "status" pggit status
like "$out" 'Rebasing onto ours, with conflicts: .*pggit rebase --continue, --skip or --abort' "... says what waits"
exits 1 "to go on undecided" pggit rebase --continue --json
is "$(json 'd["status"], d["commit"], d["conflicts"]' <<<"$out")" \
  "('conflicts', None, ['public/tables/users.sql#column:ours'])" "... waits at the same"
exits 0 "to decide for what there is" pggit conflicts --take target users
like "$err" 'End the rebase with: pggit rebase --continue' "... says how it ends"
exits 0 "to give up a rebase" pggit rebase --abort --json
is "$(json 'd["status"]' <<<"$out")" "aborted" "... is told"
exits 1 "the rebase again" pggit rebase ours
exits 0 "to decide again" pggit conflicts --take target users
exits 0 "to go on" pggit rebase --continue --allow-data-loss
like "$out" '^(Rebased as [0-9a-f]{12}|Fast-forward to [0-9a-f]{12})' "... ends it"
pggit reset --hard "main@{1}" >/dev/null 2>&1
exits 1 "cherry-pick of it" pggit cherry-pick ours
like "$err" 'what came since is in the way' "... says what is in the way"
like "$out" 'conflict public/tables/users\.sql#column:ours' "... and names the part"
like "$out" 'pggit cherry-pick --continue' "... and what to do"
exits 0 "to leave it out" pggit cherry-pick --skip
exits 2 "cherry-pick of nothing" pggit cherry-pick
exits 0 "a merge that favours the branch" pggit merge --strategy theirs ours
is "$(psql -Atc "SELECT atttypid::regtype FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'ours'")" \
  "integer" "... takes its part"
psql -qc 'CREATE TABLE strict (i int)'
pggit commit -q -m strict >/dev/null
psql -qc 'ALTER TABLE strict ADD CONSTRAINT positive CHECK (i > 0)'
pggit commit -q -m positive >/dev/null
psql -qAt -o /dev/null -c "SELECT pggit_v0.create_branch('positive')"
pggit reset --hard HEAD~1 >/dev/null
psql -qc 'INSERT INTO strict VALUES (-1)' -c 'CREATE TABLE elsewhere ()'
pggit commit -q -m elsewhere >/dev/null
exits 1 "a merge that the rows are in the way of" pggit merge positive
like "$out" '^conflict public/tables/strict\.sql#constraint:positive' "... is a conflict"
exits 1 "what is in the way" pggit conflicts
like "$out" 'refused check constraint "positive" of relation "strict" is violated by some row' "... in the server's words"
psql -qc 'DELETE FROM strict'
exits 0 "to go on without them" pggit merge --continue
exits 2 "a strategy that is none" pggit merge --strategy mine ours
done_testing
