#!/usr/bin/env bash
# Branches of the command: listed, made, deleted, protected, and worked on by PGGIT_BRANCH.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/support/cli.sh
. "$PGGIT_ROOT/tests/support/cli.sh"

exits 2 "branch needs a database under version control" pggit branch
psql -qc 'CREATE TABLE users (id int PRIMARY KEY)'
pggit init >/dev/null 2>&1
psql -qc 'ALTER TABLE users ADD email text'
pggit commit -q -m 'add email' >/dev/null

exits 0 "the list" pggit branch
is "$out" "* main" "... has main, which is current"
exits 0 "a new one" pggit branch first HEAD~1
like "$err" 'Made branch "first"\.' "... is told"
exits 0 "the list with heads" pggit branch --heads
like "$out" '^  first  [0-9a-f]{12} Initial snapshot
\* main  [0-9a-f]{12} add email$' "... has both"
exits 2 "one that is there" pggit branch first
like "$err" '"first"' "... is named"
exits 2 "a name that is none" pggit branch 'a..b'
exits 0 "the list for programs" pggit branch --json
is "$(json '[(b["name"], b["current"], b["protected"]) for b in d["branches"]]' <<<"$out")" \
  "[('first', False, False), ('main', True, False)]" "... says the same"

exits 0 "protected" pggit branch --protect main
like "$err" 'Branch "main" is protected now\.' "... is told"
exits 0 "protected again" pggit branch --protect main --json
is "$(json 'd["task"], d["changed"]' <<<"$out")" "('protect', False)" "... changes nothing"
exits 0 "the list" pggit branch
like "$out" '\* main  protected' "... says so"
psql -qc 'ALTER TABLE users ADD fax text'
exits 2 "a commit on it" pggit commit -m fax
like "$err" 'branch "main" is protected' "... is refused"
exits 0 "set free" pggit branch --unprotect main
like "$err" 'Branch "main" is not protected any more\.' "... is told"
exits 0 "set free again" pggit branch --unprotect main
like "$err" 'is not protected\.' "... changes nothing"
exits 0 "a commit then" pggit commit -m fax
exits 2 "to protect nothing" pggit branch --protect
exits 2 "to protect what is not there" pggit branch --protect nothing
exits 2 "to protect and delete" pggit branch --protect --delete first
exits 2 "force without delete" pggit branch --force other
exits 2 "two names and a revision" pggit branch a b c

PGGIT_BRANCH=first exits 0 "another current one" pggit branch
like "$out" '\* first' "... by PGGIT_BRANCH"
PGGIT_BRANCH=first exits 0 "its log" pggit log --oneline
is "$(wc -l <<<"$out")" "1" "... is that of the branch"
exits 2 "the current one is not deleted" pggit branch --delete main
exits 0 "a merged one is" pggit branch --delete first
psql -qAt -o /dev/null -c "SELECT pggit_v0.create_branch('other')"
pggit reset HEAD~1 >/dev/null
exits 2 "one that is not merged is not" pggit branch --delete other
exits 0 "but by force" pggit branch --delete --force other
exits 0 "the list" pggit branch
is "$out" "* main" "... has them no more"

pggit commit -q -m again >/dev/null
psql -qc 'INSERT INTO users VALUES (1)'
exits 0 "one with rows" pggit branch live --data copy
is "$(psql -qAtc 'SELECT count(*) FROM pggit_branch_live.users')" "1" "... has them"
exits 0 "one without, of an earlier state" pggit branch empty HEAD --data none
is "$(psql -qAtc 'SELECT count(*) FROM pggit_branch_empty.users')" "0" "... has none"
exits 0 "the list with heads" pggit branch --heads
like "$out" '  live  live  [0-9a-f]{12} ' "... says which have schemas"
exits 0 "the list for programs" pggit branch --json
is "$(json '[(b["name"], b["workspace"]) for b in d["branches"]]' <<<"$out")" \
  "[('empty', True), ('live', True), ('main', False)]" "... says so, too"
exits 2 "another sort of data" pggit branch other --data all
exits 2 "data without a branch" pggit branch --data copy
exits 2 "data and delete" pggit branch --delete live --data copy
exits 0 "one with schemas is deleted" pggit branch --delete live
is "$(psql -qAtc "SELECT count(*) FROM pg_namespace WHERE nspname = 'pggit_branch_live'")" "0" "... and they are gone"

done_testing
