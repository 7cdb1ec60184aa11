#!/usr/bin/env bash
# pggit switch: where the command is, and what it remembers of it: prints TAP.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/support/cli.sh
. "$PGGIT_ROOT/tests/support/cli.sh"
export XDG_STATE_HOME=$PWD/state
unset PGGIT_BRANCH

psql -qc "CREATE TABLE users (id int PRIMARY KEY)" -c "INSERT INTO users VALUES (1), (2)"
exits 2 "switch needs a database under version control" pggit switch main
pggit init >/dev/null 2>&1
exits 0 "a new branch" pggit switch -c feature/phone
is "$err" 'Switched to a new branch "feature/phone".' "... is told"
is "$(pggit branch | grep '^\*' | cut -c3-15)" "feature/phone" "... and is where the command is from now on"
is "$(pggit psql -XAtc 'SELECT pggit.current_branch(), count(*) FROM public.users' 2>&1)" "feature/phone|2" "... psql, too, with main's rows"
pggit psql -Xqc 'ALTER TABLE public.users ADD phone text'
is "$(pggit status --json | json 'd["branch"], [c["path"] for c in d["changes"]]')" "('feature/phone', ['public/tables/users.sql'])" "DDL there is seen there"
exits 0 "a commit" pggit commit -q -m phone
is "$(pggit log --json | json '[c["message"].strip() for c in d["commits"]]')" "['phone', 'Initial snapshot']" "... is that branch's"
is "$(psql -XAtc "SELECT pggit.current_branch()" -c "SELECT count(*) FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'phone'")" \
  $'main\n0' "other programs have seen nothing of it"

exits 0 "back to main" pggit switch main
is "$err" 'Switched to branch "main".' "... is told"
exits 0 "again" pggit switch main
is "$err" 'Already on branch "main".' "... too"
is "$(pggit log --json | json 'len(d["commits"])')" 1 "main is where it was"
is "$(pggit log --branch feature/phone --json | json 'len(d["commits"])')" 2 "--branch is for one command"
is "$(PGGIT_BRANCH=feature/phone pggit log --json | json 'len(d["commits"])')" 2 "PGGIT_BRANCH too"
is "$(PGGIT_BRANCH=nowhere pggit --branch=feature/phone log --json | json 'len(d["commits"])')" 2 "--branch wins"
is "$(pggit --branch feature/phone psql -XAtc 'SELECT pggit.current_branch()')" feature/phone "... also for psql"
exits 0 "there and back" pggit switch feature/phone --json
is "$(json 'd["branch"], d["previous"], d["created"]' <<<"$out")" "('feature/phone', 'main', False)" "... for programs"
is "$(wc -l <"$XDG_STATE_HOME/pggit/branches")" 1 "one line is remembered"

exits 2 "a branch that is not there" pggit switch nowhere
like "$err" '"nowhere" does not exist' "... is named"
is "$(pggit branch | grep '^\*' | cut -c3-15)" "feature/phone" "... and nothing changes"
exits 2 "--data without --create" pggit switch main --data none
exits 2 "two names" pggit switch main other
exits 0 "a branch without rows, of an older revision" pggit switch -c bare main --data none
is "$(pggit psql -XAtc 'SELECT count(*) FROM users')" 0 "... has none"
psql -qXAt -o /dev/null -c "SELECT pggit_v0.delete_branch('bare', true)"
exits 2 "a remembered branch that is gone is an error, not main" pggit status
like "$err" 'pggit switch main' "... with the way out"
like "$(pggit psql -XAtc 'SELECT * FROM users' 2>&1)" '"bare" does not exist' "... in psql, too"
exits 0 "which works" pggit switch main
XDG_STATE_HOME=/proc/nowhere exits 2 "nowhere to remember it" pggit switch feature/phone
like "$err" 'XDG_STATE_HOME' "... says so"
exits 0 "a rebase takes the branch by the same option" pggit rebase --branch feature/phone main
done_testing
