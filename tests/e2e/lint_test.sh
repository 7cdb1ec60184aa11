#!/usr/bin/env bash
# `pggit lint` says what is dangerous in a plan and ends as --fail-on tells it to. That each rule finds
# what it should, and nothing else, is core's unit test.
set -u
. "$PGGIT_ROOT/tests/support/tap.sh"
. "$PGGIT_ROOT/tests/support/cli.sh"

psql -X -q -c "CREATE TABLE users (id integer PRIMARY KEY, name text, old text)"
pggit snapshot -q -o old.sql
db=dbname=$PGDATABASE
exits 0 "nothing to do is nothing to find" pggit lint --from old.sql --to "$db"
is "$out" "0 critical, 0 warning, 0 info" "... and is counted"
psql -X -q -c "CREATE INDEX by_name ON users (name)"
exits 1 "a warning fails" pggit lint --from old.sql --to "$db"
is "$out" "warning blocking-index: TABLE public.users takes no writes while the index is built
  HINT: Plan with --online, or build it before with CREATE INDEX CONCURRENTLY.
0 critical, 1 warning, 0 info" "... and says what and what to do"
exits 0 "... unless only worse is to" pggit lint --from old.sql --to "$db" --fail-on critical
exits 0 "... as other tools call it" pggit lint --from old.sql --to "$db" --fail-on error
exits 1 "... or the rule itself is named" pggit lint --from old.sql --to "$db" --fail-on error --fail-on blocking-index
exits 0 "... or nothing is to" pggit lint --from old.sql --to "$db" --fail-on nothing
exits 0 "a rule can be left out" pggit lint --from old.sql --to "$db" --ignore blocking-index
is "$out" "0 critical, 0 warning, 0 info" "... whole"
exits 2 "a rule that is none is refused" pggit lint --from old.sql --to "$db" --fail-on blocking
like "$err" 'pggit lint --rules' "... with where they are listed"
exits 2 "one schema is not enough" pggit lint --from old.sql
like "$err" 'pggit lint --from OLD --to NEW' "... and what to type is said"

psql -X -q -c "ALTER TABLE users RENAME TO people; ALTER TABLE people DROP old"
exits 1 "data that is lost is critical" pggit lint --from old.sql --to "$db" --json
is "$(json "[(f['rule'], f['severity'], f['object'], f['fatal']) for f in d['findings']][0]" <<<"$out")" \
  "('data-loss', 'critical', 'TABLE public.users', True)" "... and told first"
exits 1 "renames are heard" pggit lint --from old.sql --to "$db" --rename users=people --fail-on data-loss --json
is "$(json "[(f['rule'], f['object'], f['name'], f['fatal']) for f in d['findings']]" <<<"$out")" \
  "[('data-loss', 'TABLE public.people', 'old', True), ('blocking-index', 'TABLE public.people', 'by_name', False), ('breaking-rename', 'TABLE public.users', '', False)]" \
  "... and what is left is told"
is "$(json "d['findings'][0]['sql']" <<<"$out")" "ALTER TABLE public.people DROP COLUMN old" "... with its statement"

exits 0 "the rules are listed" pggit lint --rules --json
is "$(json "'\n'.join('| \`%s\` | %s | %s |' % (r['rule'], r['severity'], r['finds']) for r in d['rules'])" <<<"$out")" \
  "$(grep '^| `' "$PGGIT_ROOT/docs/guide/lint.md")" "... as the guide lists them"
done_testing
