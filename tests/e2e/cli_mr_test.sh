#!/usr/bin/env bash
# pggit mr and protected branches, for people and for programs.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/support/cli.sh
. "$PGGIT_ROOT/tests/support/cli.sh"

exits 2 "mr needs a database under version control" pggit mr
like "$err" 'is not under version control' "... and says so"
owner=$PGUSER
psql -q <<'SQL'
CREATE ROLE "mr Ann" LOGIN SUPERUSER;
CREATE ROLE mr_bob LOGIN SUPERUSER;
CREATE TABLE users (id int PRIMARY KEY, email text);
SQL
export PGUSER="mr Ann"
pggit init >/dev/null 2>&1
# branch NAME SQL: a branch with what the statements do.
branch() {
  psql -qc "$2"
  psql -qAt -o /dev/null -c "SELECT pggit.stash('$1')" -c "SELECT pggit_v0.create_branch('$1', 'stash@{0}')" \
    -c "SELECT pggit.stash_drop()"
}
branch phone 'ALTER TABLE users ADD phone text'
psql -qAt -o /dev/null -c "SELECT pggit.protect_branch('main')"

exits 0 "no requests" pggit mr
is "$out" "" "... is an empty list"
exits 2 "a request without a title" pggit mr create phone
exits 2 "a request of nothing" pggit mr create --title x
exits 0 "a request" pggit mr create phone main --title 'users: phone' -m 'They asked.' --reviewer mr_bob
like "$out" '^[0-9a-f-]{36}$' "... gives its id"
mr=$out
exits 2 "the same again" pggit mr create phone --title again
like "$err" 'is open already' "... is refused"
exits 0 "the list" pggit mr list --status open --json
is "$(json '[(r["title"], r["status"], r["created_by"]) for r in d["merge_requests"]]' <<<"$out")" \
  "[('users: phone', 'open', 'mr Ann')]" "... has it"
exits 0 "what it would do" pggit mr show "${mr:0:6}"
like "$out" 'ALTER TABLE public.users ADD COLUMN phone text;' "... are statements"
like "$out" 'locks public.users' "... with their costs"
like "$err" 'pggit mr approve [0-9a-f]{8} --head [0-9a-f]{12}' "... and what comes next"
exits 0 "... line by line" pggit mr show "$mr" --patch
like "$out" '\+    phone text' "... is a patch"
exits 0 "... for programs" pggit mr show "$mr" --json
is "$(json '(lambda r: (r["status"], r["reviewer"], r["conflicts"], r["breaks"], r["approvals"]))(d["merge_request"])' <<<"$out")" \
  "('open', 'mr_bob', [], [], [])" "... the same"

exits 2 "a merge without approval" pggit mr merge "$mr"
like "$err" 'is not approved' "... is refused"
exits 4 "an approval of one's own" pggit mr approve "$mr"
like "$err" 'of their own' "... is refused"
exits 2 "a commit on the branch" pggit commit --allow-empty -m x -v
like "$err" 'VC005.*is protected' "... is refused"
psql -qc 'ALTER TABLE users ADD other int'
exits 0 "status" pggit status
like "$out" 'The branch is protected, and these changes are not approved' "... says what is not approved"
exits 0 "... for programs" pggit status --json
is "$(json 'd["protected"]' <<<"$out")" True "... too"
psql -qc 'ALTER TABLE users DROP other'

exits 0 "a comment" pggit mr comment "$mr" -m 'Is it unique?'
exits 2 "... of nothing" pggit mr comment "$mr"
export PGUSER=mr_bob
exits 2 "an approval of another commit" pggit mr approve "$mr" --head main
like "$err" 'moved meanwhile' "... is refused"
exits 0 "an approval" pggit mr approve "$mr" --head phone -m fine --json
is "$(json 'd["task"], len(d["mr_id"])' <<<"$out")" "('approve', 36)" "... is told"
exits 0 "the request now" pggit mr show "$mr"
like "$out" 'Status:   approved' "... is approved"
like "$out" 'approval of [0-9a-f]{12} by mr_bob' "... by whom"
like "$out" 'Is it unique' "... and what was said"
like "$err" 'pggit mr merge' "... and what comes next"
exits 0 "the merge" pggit mr merge "$mr"
like "$out" '^Merged as [0-9a-f]{12}\.$' "... is made"
is "$(psql -Atc "SELECT count(*) FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'phone'")" 1 \
  "... and live"
like "$(pggit log)" 'Approved-By: mr_bob' "... and says who approved it"
exits 2 "a second time" pggit mr merge "$mr"
like "$err" 'is merged' "... is refused"

branch long 'ALTER TABLE users ALTER phone TYPE varchar(20)'
branch short 'ALTER TABLE users ALTER phone TYPE varchar(10)'
long=$(pggit mr create long --title long)
short=$(pggit mr create short --title short)
PGUSER="mr Ann" pggit mr approve "$long" 2>/dev/null
PGUSER="mr Ann" pggit mr approve "$short" 2>/dev/null
exits 0 "one of two" pggit mr merge "$long" --json
is "$(json 'd["status"], d["conflicts"]' <<<"$out")" "('merged', [])" "... merges"
exits 1 "the other" pggit mr merge "$short"
like "$out" 'conflict public/tables/users.sql#column:phone' "... has a conflict"
exits 0 "no conflict waits" pggit conflicts
exits 1 "what it would do" pggit mr show "$short" --json
is "$(json 'd["merge_request"]["conflicts"], d["merge_request"]["plan"]' <<<"$out")" \
  "(['public/tables/users.sql#column:phone'], None)" "... is not known"
exits 0 "closed" pggit mr close "$short"
exits 0 "opened again" pggit mr reopen "$short"
exits 0 "closed" pggit mr close "$short"
is "$(pggit mr list --status closed | cut -c10-)" "closed   short -> main  short  (mr_bob)" "... is in the list"
exits 2 "an id that is none" pggit mr show xyz
exits 2 "an id that is not there" pggit mr show 0000000000
exits 2 "two ids" pggit mr show "$short" "$long"
exits 2 "a title for a merge" pggit mr merge "$short" --title x
export PGUSER=$owner
psql -q <<'SQL'
SELECT pggit.deinit() \g /dev/null
DROP EXTENSION pggit;
DROP OWNED BY "mr Ann", mr_bob CASCADE;
DROP ROLE "mr Ann", mr_bob;
SQL
done_testing
