#!/usr/bin/env bash
# commit, status, log, show, diff and tag of the command, for people and for programs.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/support/cli.sh
. "$PGGIT_ROOT/tests/support/cli.sh"
export PGOPTIONS="-c pggit.author_name=Ann -c pggit.author_email=ann@example.com -c timezone=UTC"

for verb in status log show diff tag "commit -m x" "blame users"; do
  # shellcheck disable=SC2086
  exits 2 "$verb needs a database under version control" pggit $verb
  like "$err" 'is not under version control' "... and says so"
  like "$err" 'HINT:  .*pggit init' "... with what to do"
done

psql -qc 'CREATE TABLE users (id int PRIMARY KEY)'
exits 0 "init records the first commit" pggit init
exits 0 "status" pggit status
like "$out" "^On branch main, at [0-9a-f]{12} Initial snapshot\." "... says where one is"
like "$out" 'Nothing changed since\.$' "... and that nothing changed"
exits 0 "diff finds none" pggit diff
is "$out" "" "... and prints nothing"
exits 2 "there is nothing to commit" pggit commit -m nothing
like "$err" 'there is nothing to commit' "... and that is said"
exits 2 "a commit needs a message" pggit commit
like "$err" "HINT:  .*pggit commit -m" "... and shows how"

psql -qc 'ALTER TABLE users ADD email text' -c 'CREATE TABLE orders (id int)' -c 'CREATE VIEW v AS SELECT 1 AS a'
exits 0 "status --short" pggit status --short
is "$out" "A public/tables/orders.sql
M public/tables/users.sql
A public/views/v.sql" "... lists what changed"
exits 0 "status in full" pggit status
like "$out" 'added     public/tables/orders\.sql  by postgres' "... lists it too, and who did it"
exits 0 "status --json" pggit status --json
is "$(json '[(c["path"], c["type"], c["change"]) for c in d["changes"]][0], d["branch"]' <<<"$out")" \
  "(('public/tables/orders.sql', 'TABLE', 'added'), 'main')" "... has the same"
is "$(json '[(c["attributed_to"], c["statement"]) for c in d["changes"]][0]' <<<"$out")" \
  "('postgres', 'CREATE TABLE orders (id int)')" "... with who did it and how"
exits 1 "diff has differences" pggit diff
like "$out" '\+    email text,' "... and prints them"
exits 1 "... in colours when asked" pggit diff --color=always
like "$out" $'\x1b\\[32m\\+    email text,\x1b\\[0m' "... green for what is added"
exits 0 "a commit of one object" pggit commit -m 'add orders' -m 'for the shop' orders
like "$out" '^\[main [0-9a-f]{12}\] add orders
  added public/tables/orders.sql$' "... is told, and what it holds"
is "$(psql -Atc "SELECT message FROM pggit.log('HEAD', 1)")" "add orders

for the shop" "... with both paragraphs"
exits 0 "a commit of the rest" pggit commit -m 'the rest' --json
is "$(json '[c["path"] for c in d["changes"]], d["branch"], len(d["commit"])' <<<"$out")" \
  "(['public/tables/users.sql', 'public/views/v.sql'], 'main', 64)" "... is told to programs too"
exits 0 "an empty commit when asked" pggit commit --allow-empty -m 'no change'

exits 0 "log --oneline" pggit log --oneline
is "$(sed -E 's/^[0-9a-f]{12} //' <<<"$out")" "(main) no change
the rest
add orders
Initial snapshot" "... is a line a commit"
exits 0 "log" pggit log -n 1
like "$out" "^commit [0-9a-f]{64} \(main\)
Author: Ann <ann@example.com>
Date:   [0-9: +-]+

    no change$" "... is as git's"
exits 0 "log of an object" pggit log --oneline --object users
is "$(wc -l <<<"$out")" 2 "... is what changed it"
exits 0 "log of a range" pggit log --json HEAD~2..HEAD
is "$(json '[c["message"].strip() for c in d["commits"]], sorted(d["commits"][0])' <<<"$out")" \
  "(['no change', 'the rest'], ['author', 'commit', 'committed_at', 'message', 'parents', 'refs'])" "... for programs"
exits 2 "log of nothing" pggit log nowhere
like "$err" 'revision "nowhere" does not exist' "... says so"

exits 0 "show" pggit show HEAD~1
like "$out" '    the rest

diff --git a/public/tables/users.sql' "... prints the commit and its patch"
exits 0 "show --json" pggit show --json HEAD~1
is "$(json '[c["change"] for c in d["changes"]], d["commit"]["message"]' <<<"$out")" \
  "(['modified', 'added'], 'the rest\\n')" "... has the same"
exits 1 "diff of two revisions" pggit diff HEAD~3..HEAD~2
is "$(pggit diff HEAD~3 HEAD~2)" "$out" "... may be written in two ways"
like "$out" 'new file mode 100644' "... and prints what came"
exits 2 "diff of three" pggit diff a b c

exits 0 "blame" pggit blame users
is "$(sed -E 's/^[0-9a-f]{12} \(Ann [0-9-]{10}\) //' <<<"$out")" "CREATE TABLE public.users
id integer NOT NULL
email text
CONSTRAINT users_pkey PRIMARY KEY (id)" "... names who made each part"
exits 0 "blame of a column" pggit blame --json public/tables/users.sql#column:email
is "$(json '[(p["element"], p["line"], p["message"].strip(), p["author"]) for p in d["parts"]]' <<<"$out")" \
  "[('column:email', None, 'the rest', 'Ann <ann@example.com>')]" "... for programs"
exits 2 "blame of nothing" pggit blame nothing
exits 2 "blame without an object" pggit blame

psql -qc 'CREATE TABLE tmp_things (id int)'
exits 0 "ignore" pggit ignore 'tmp_*' scratch/
is "$out" "tmp_*
scratch/" "... prints all patterns"
unlike "$(pggit status -q)" 'tmp_things' "... and status leaves the table out"
exits 0 "ignore --list" pggit ignore --list --json
is "$(json 'd["patterns"], d["objects"]' <<<"$out")" "(['tmp_*', 'scratch/'], ['public/tables/tmp_things.sql'])" "... lists it"
exits 2 "ignore --remove of what is not there" pggit ignore --remove scratch/ other
is "$(pggit ignore)" "tmp_*
scratch/" "... removes nothing"
exits 0 "ignore --remove" pggit ignore --remove scratch/ 'tmp_*'
is "$out" "" "... leaves none"
psql -qc 'DROP TABLE tmp_things'

exits 0 "tag" pggit tag v1 HEAD~1 -m 'a release'
exits 0 "tags" pggit tag light
exits 0 "are listed" pggit tag
is "$out" "light
v1" "... by name"
exits 0 "show a tag's commit" pggit show v1
like "$out" 'commit [0-9a-f]{64} \(tag: v1\)' "... that bears it"
exits 2 "a tag is not made twice" pggit tag v1
exits 0 "but deleted" pggit tag --delete v1
exits 2 "once" pggit tag --delete v1

# A merge, made by the plumbing, for the picture.
psql -qAt -o /dev/null <<'SQL'
SELECT pggit_v0.commit_tree('HEAD', ARRAY['HEAD~1'], 'aside') AS side \gset
SELECT pggit_v0.commit_tree('HEAD', ARRAY['HEAD', :'side'], 'merge') AS merge \gset
SELECT pggit_v0.update_ref('refs/heads/main', :'merge');
SQL
exits 0 "log --graph" pggit log --graph --oneline
is "$(sed -E 's/[0-9a-f]{12} //' <<<"$out" | sort)" "$(sort <<<"* (main) merge
|\\
| * aside
* | (tag: light) no change
|/
* the rest
* add orders
* Initial snapshot")" "... draws the lines of history"
exits 0 "log --graph in full" pggit log --graph
like "$out" '\| Author: Ann' "... draws them beside the text"
exits 0 "show of a merge" pggit show
like "$out" 'Merge:  [0-9a-f]{12} [0-9a-f]{12}' "... names its parents"
done_testing
