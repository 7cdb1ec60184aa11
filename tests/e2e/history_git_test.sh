#!/usr/bin/env bash
# A history made by commits is one that git accepts, shows alike, and can apply.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
export GIT_CONFIG_NOSYSTEM=1 TZ=UTC

run() { psql -qXAt -v ON_ERROR_STOP=1 "$@"; }

run -o /dev/null <<'SQL'
SET timezone = 'Asia/Kathmandu';
SET pggit.author_name = 'Änn "the" <Builder>';
SET pggit.author_email = 'ann@example.com';
CREATE EXTENSION pggit;
CREATE TABLE users (id int PRIMARY KEY);
SELECT pggit.init();
SELECT format('CREATE TABLE t%1$s (a int, b text DEFAULT %2$L); CREATE TABLE "Odd %1$s/名" (a int);
  SELECT pggit.commit(%3$L)', i, repeat('x', i), format(E'add t%s\n\nnumber %s', i, i)) FROM generate_series(1, 90) i \gexec
SELECT format('ALTER TABLE t%s ADD c int; ALTER TABLE users ADD c%1$s int; SELECT pggit.commit(%2$L)', i, 'alter ' || i)
FROM generate_series(1, 30) i \gexec
DROP TABLE "Odd 7/名", t3;
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS E'\n  SELECT a\n  ';
SELECT pggit.commit('drop some');
SELECT pggit.tag('v1', message => 'one'), pggit.tag('light', 'HEAD~5');
SQL
git init -q --bare --object-format=sha256 --initial-branch=main repo
run -c "SELECT sha, type, encode(content, 'hex') FROM pggit_v0.objects" | python3 "$PGGIT_ROOT/tests/support/to_git.py" repo
export GIT_DIR=$PWD/repo
run -F ' ' -c 'SELECT name, target_sha FROM pggit_v0.refs' | while read -r name sha; do git update-ref "$name" "$sha"; done

is "$(git fsck --strict --full 2>&1)" "" "git fsck --strict is clean, and nothing dangles"
is "$(run -c 'SELECT * FROM pggit_v0.fsck()')" "" "pggit_v0.fsck() finds nothing"
is "$(run -c "SELECT commit_sha, author, extract(epoch FROM authored_at)::int, split_part(message, E'\n', 1) FROM pggit.log()")" \
  "$(git log --format='%H|%an <%ae>|%at|%s')" "the log is git's"
like "$(git log -1 --format='%an %ai')" '^Änn "the" Builder .* \+0545$' "name and time zone are those of the session"
is "$(run -c "SELECT max(depth) FROM pggit_v0.stored_trees")" 64 "differences are chained, no longer than they may be"

# Every commit's trees, as git lists them and as the live schema was.
for revision in HEAD HEAD~1 HEAD~40 v1 light; do
  is "$(run -F ' ' -c "SELECT mode, type, sha || E'\t' || path FROM pggit_v0.ls_tree('$revision', true)")" \
    "$(git ls-tree -r --full-tree "$revision" -z | tr '\0' '\n')" "the tree of $revision is git's"
done
is "$(run -c "SELECT string_agg(object_path || definition, '' ORDER BY object_path COLLATE \"C\") FROM pggit.schema()")" \
  "$(git ls-tree -r -z --name-only HEAD -- : | tr '\0' '\n' | grep -v '^.pggit' | LC_ALL=C sort | while IFS= read -r path; do
    printf '%s' "$path"; git cat-file blob "HEAD:$path"; done)" "HEAD's tree is the live schema"

# What diff prints, git applies; and it is as short as git's.
unset GIT_DIR
git clone -q repo work 2>/dev/null
cd work || exit 1
git -c advice.detachedHead=false checkout -q HEAD~60
run -c "SELECT diff FROM pggit.diff('HEAD~60', 'HEAD')" | grep -v '^$' >../patch
ok "git applies the difference of sixty commits" git apply --index ../patch
is "$(git write-tree)" "$(git rev-parse 'main^{tree}')" "... and has the tree that it leads to"
is "$(grep -c '^[-+]' ../patch)" "$(git diff HEAD main --no-renames | grep -c '^[-+]')" "it removes and adds as many lines as git's"
cd .. || exit 1

is "$(git -C repo diff-tree -r --no-renames --name-status HEAD~5 HEAD -z | tr '\0' '\n' | paste -sd' ' | tr -s ' ')" \
  "$(run -c "SELECT string_agg(CASE change_type WHEN 'added' THEN 'A' WHEN 'removed' THEN 'D' ELSE 'M' END || ' ' || path, ' ' ORDER BY path COLLATE \"C\") FROM pggit_v0.diff_trees('HEAD~5', 'HEAD')")" \
  "diff_trees is git diff-tree"

# A dump has the history, to the byte.
pg_dump -Fc -f dump.custom "$PGDATABASE"
createdb "${PGDATABASE}2"
ok "a dump of it restores" pg_restore --exit-on-error --dbname="${PGDATABASE}2" dump.custom
for query in 'SELECT * FROM pggit_v0.objects ORDER BY sha' 'SELECT * FROM pggit_v0.refs ORDER BY name' \
  'SELECT * FROM pggit_v0.reflog ORDER BY ref_name, movement' 'SELECT * FROM pggit.log()' 'SELECT * FROM pggit_v0.commit_graph ORDER BY commit_sha'; do
  is "$(run -d "${PGDATABASE}2" -c "$query" | sha256sum)" "$(run -c "$query" | sha256sum)" "restored: $query"
done
is "$(run -d "${PGDATABASE}2" -c 'SELECT * FROM pggit.status()')" "" "... and nothing has changed there"
is "$(run -d "${PGDATABASE}2" -c 'SELECT * FROM pggit_v0.fsck()')" "" "... nor is anything wrong"
dropdb "${PGDATABASE}2"
done_testing
