#!/usr/bin/env bash
# The documents tell the truth: every ```console block of README.md and docs/ shows what happens, every
# link of every document leads somewhere, and docs/errors.md says what the sources say.
#
# shellcheck disable=SC2016  # documents are full of backquotes and dollars
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
here=$PGGIT_ROOT/tests/docs
scratch=$PWD

# documents DIR...: the Markdown files of the checkout below these places, by path from its root.
documents() {
  (cd "$PGGIT_ROOT" && find "$@" \( -name build -o -name .git \) -prune -o -name '*.md' -print) |
    sed 's|^\./||' | sort
}

databases() { psql -XAtc 'SELECT datname FROM pg_database ORDER BY 1' postgres; }

# in_fresh_place DATABASE COMMAND...: in an empty folder and an empty database; what the command makes
# of either goes with it.
in_fresh_place() {
  local database=$1 before place new
  shift
  before=$(databases)
  place=$(mktemp -d "$scratch/place.XXXXXX")
  createdb --template=template0 "$database"
  (cd "$place" && PGDATABASE=$database exec "$@")
  while read -r new; do
    dropdb --force "$new"
  done < <(comm -13 <(printf '%s\n' "$before") <(databases))
  rm -rf "$place"
}

# count_results: turns the lines of console.pl into checks.
count_results() {
  local line
  while IFS= read -r line; do
    case $line in
      'ok '*) pass "${line#ok }" ;;
      'not ok '*) fail "${line#not ok }" ;;
      '#'*) printf '%s\n' "$line" ;;
      *) fail "$line" ;;
    esac
  done
}

# The runner of the blocks, on documents that are right and on documents that are wrong in one place.
result() {
  printf '%s\n' "$@" >self.md
  (cd "$scratch" && "$here/console.pl" self.md) | grep -v '^#'
}
is "$(result '```console' '$ echo one; echo two >&2' 'one' 'two' '$ x=3' '```' 'text' '```console' '$ echo $x' '3' '```')" \
  "ok self.md:2: echo one; echo two >&2
ok self.md:5: x=3
ok self.md:9: echo \$x" "blocks of one document share a session, and show both streams"
is "$(result '```console' '$ cat <<END' '> a  ' '> END' 'a' '$ false' '$ echo $?' '1' '$ cat' '```')" \
  "ok self.md:2: cat <<END
ok self.md:6: false
ok self.md:7: echo \$?
ok self.md:9: cat" "commands have more lines, a status, and no input"
is "$(result '```console' '$ seq 9' '1' '...' '9' '$ echo a b c' 'a ... c' '$ true' '...' '```')" \
  "ok self.md:2: seq 9
ok self.md:6: echo a b c
ok self.md:8: true" "dots stand for any lines and for any text"
is "$(result '```sh' '$ exit 1' '```' '```console' '$ echo "a.b"' 'a.b' '```')" \
  "ok self.md:5: echo \"a.b\"" "other blocks are not run"
for wrong in 'one' 'axb' 'a.b c' $'a.b\nc' ''; do
  is "$(result '```console' '$ echo a.b' "$wrong" '```')" "not ok self.md:2: echo a.b" \
    "an output that is not ${wrong@Q} is seen"
done
is "$(result '```console' '$ seq 3' '1' '...' '4' '```')" "not ok self.md:2: seq 3" "dots do not hide what comes after"
is "$(result '```console' 'stray' '$ true' '```' | head -n 1)" "not ok self.md:1: " "an output without a command is seen"
is "$(result '```console' '$ exit 0' '$ true' '```')" "not ok self.md:2: exit 0" "a session that ends early is seen"
is "$(result '```console' '$ echo "' '```')" "not ok self.md:2: echo \"" "a command that bash cannot read is seen"
not_ok "a block without an end is seen" result '```console' '$ true'

# The documents themselves.
blocks=0
while read -r document; do
  grep -q '^```console' "$PGGIT_ROOT/$document" || continue
  blocks=$((blocks + 1))
  count_results < <(in_fresh_place "docs_$blocks" "$here/console.pl" "$PGGIT_ROOT/$document" "$document" 2>&1)
done < <(documents README.md docs)
isnt "$blocks" 0 "there are documents with commands"
is "$(databases | grep '^docs_')" "" "... and none leaves its database behind"

# Links.
mkdir -p linked
printf '# One head, two\n[good](#one-head-two) [good](linked/b.md#b) [web](https://example.com)\n' >a.md
printf '# B\n[good](../a.md) `[code](x)` [bad](c.md)\n[bad](../a.md#two) [bad](/a.md)\n' >linked/b.md
is "$("$here/links.pl" a.md linked/b.md)" "linked/b.md:2: c.md leads nowhere
linked/b.md:3: ../a.md#two names a part that is not there
linked/b.md:3: /a.md starts at the root
links: 3" "a link that leads nowhere is seen"
mapfile -t documents < <(documents .)
links=$(cd "$PGGIT_ROOT" && "$here/links.pl" "${documents[@]}")
is "$(grep -v '^links: ' <<<"$links")" "" "every link of ${#documents[@]} documents leads somewhere"
like "$links" 'links: [1-9][0-9]' "... and there are links"

# Errors.
errors() { (cd "$PGGIT_ROOT" && "$here/errors.pl" "$@"); }
today=$(errors table 'Raised today')
later=$(errors table 'Named, and raised by nothing yet')
is "$(printf '%s\n' "$today" "$later" | sort)" "$(errors codes)" \
  "docs/errors.md lists every code with the SQLSTATE and exit status that error.cc gives it"
is "$(cut -d '|' -f 1 <<<"$today")" "$(errors raised)" "... and tells those that are raised from those that are not"
is "$(errors table exits)" "$(errors exits)" "it lists the exit statuses of the command"
like "$(errors sql)" 'VC008' "the SQLSTATEs that SQL can raise are known"
while read -r state; do
  ok "$state is raised in tests/regress" \
    grep -qE "^($state|[A-Z]+:  $state: .*)\$" "$PGGIT_ROOT"/tests/regress/expected/*.out
  ok "$state is in docs/errors.md" grep -qF "\`$state\`" "$PGGIT_ROOT/docs/errors.md"
done < <(errors sql)

done_testing
