#!/usr/bin/env bash
# Every row of the case table in docs/guide/merge.md, on one thing of each kind: a live merge gives what the row says. What merges is
# what doing all of it by hand gives, and the rows of the tables stay.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"

kinds="column constraint index trigger policy table view function sequence domain"

# The thing of a kind is called a, one that is added n. Each has a table of its own where it lies in one.
make="CREATE FUNCTION noop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
for kind in $kinds; do
  make+="CREATE TABLE of_$kind (id int, k int); INSERT INTO of_$kind VALUES (7, 7);"
done
make+="ALTER TABLE of_column ADD a int; UPDATE of_column SET a = 42;
  ALTER TABLE of_constraint ADD CONSTRAINT a CHECK (id > 0);
  CREATE INDEX ix_a ON of_index (id);
  CREATE TRIGGER a BEFORE INSERT ON of_trigger FOR EACH ROW EXECUTE FUNCTION noop();
  CREATE POLICY a ON of_policy;
  CREATE TABLE t_a (id int); INSERT INTO t_a VALUES (42);
  CREATE VIEW v_a AS SELECT 1 AS x;
  CREATE FUNCTION f_a() RETURNS int LANGUAGE sql AS 'SELECT 1';
  CREATE SEQUENCE s_a;
  CREATE DOMAIN d_a AS int;"

# statement KIND WHAT NAME [VARIANT]
statement() {
  local kind=$1 name=$3 v=${4:-1}
  case $kind-$2 in
    column-add) echo "ALTER TABLE of_column ADD $name $([[ $v == 1 ]] && echo int || echo text);" ;;
    column-modify) echo "ALTER TABLE of_column ALTER $name SET DEFAULT $v;" ;;
    column-comment) echo "COMMENT ON COLUMN of_column.$name IS 'said';" ;;
    column-drop) echo "ALTER TABLE of_column DROP $name;" ;;
    column-rename) echo "ALTER TABLE of_column RENAME a TO $name;" ;;
    constraint-add) echo "ALTER TABLE of_constraint ADD CONSTRAINT $name CHECK (k > $v);" ;;
    constraint-modify) echo "ALTER TABLE of_constraint DROP CONSTRAINT $name, ADD CONSTRAINT $name CHECK (id > $v);" ;;
    constraint-comment) echo "COMMENT ON CONSTRAINT $name ON of_constraint IS 'said';" ;;
    constraint-drop) echo "ALTER TABLE of_constraint DROP CONSTRAINT $name;" ;;
    constraint-rename) echo "ALTER TABLE of_constraint RENAME CONSTRAINT a TO $name;" ;;
    index-add) echo "CREATE INDEX ix_$name ON of_index (k) WITH (fillfactor = $((50 + v)));" ;;
    index-modify) echo "ALTER INDEX ix_$name SET (fillfactor = $((50 + v)));" ;;
    index-comment) echo "COMMENT ON INDEX ix_$name IS 'said';" ;;
    index-drop) echo "DROP INDEX ix_$name;" ;;
    index-rename) echo "ALTER INDEX ix_a RENAME TO ix_$name;" ;;
    trigger-add) echo "CREATE TRIGGER $name BEFORE UPDATE ON of_trigger FOR EACH ROW WHEN (NEW.id > $v) EXECUTE FUNCTION noop();" ;;
    trigger-modify) echo "CREATE OR REPLACE TRIGGER $name BEFORE INSERT ON of_trigger FOR EACH ROW WHEN (NEW.id > $v) EXECUTE FUNCTION noop();" ;;
    trigger-comment) echo "COMMENT ON TRIGGER $name ON of_trigger IS 'said';" ;;
    trigger-drop) echo "DROP TRIGGER $name ON of_trigger;" ;;
    trigger-rename) echo "ALTER TRIGGER a ON of_trigger RENAME TO $name;" ;;
    policy-add) echo "CREATE POLICY $name ON of_policy USING (k > $v);" ;;
    policy-modify) echo "ALTER POLICY $name ON of_policy USING (id > $v);" ;;
    policy-comment) echo "COMMENT ON POLICY $name ON of_policy IS 'said';" ;;
    policy-drop) echo "DROP POLICY $name ON of_policy;" ;;
    policy-rename) echo "ALTER POLICY a ON of_policy RENAME TO $name;" ;;
    table-add) echo "CREATE TABLE t_$name (i $([[ $v == 1 ]] && echo int || echo text));" ;;
    table-modify) echo "ALTER TABLE t_$name SET (fillfactor = $((50 + v)));" ;;
    table-comment) echo "COMMENT ON TABLE t_$name IS 'said';" ;;
    table-drop) echo "DROP TABLE t_$name;" ;;
    table-rename) echo "ALTER TABLE t_a RENAME TO t_$name;" ;;
    view-add) echo "CREATE VIEW v_$name AS SELECT $v AS y;" ;;
    view-modify) echo "CREATE OR REPLACE VIEW v_$name AS SELECT $v + 5 AS x;" ;;
    view-comment) echo "COMMENT ON VIEW v_$name IS 'said';" ;;
    view-drop) echo "DROP VIEW v_$name;" ;;
    view-rename) echo "ALTER VIEW v_a RENAME TO v_$name;" ;;
    function-add) echo "CREATE FUNCTION f_$name() RETURNS int LANGUAGE sql AS 'SELECT $v + 1';" ;;
    function-modify) echo "CREATE OR REPLACE FUNCTION f_$name() RETURNS int LANGUAGE sql AS 'SELECT $v + 5';" ;;
    function-comment) echo "COMMENT ON FUNCTION f_$name() IS 'said';" ;;
    function-drop) echo "DROP FUNCTION f_$name();" ;;
    function-rename) echo "ALTER FUNCTION f_a() RENAME TO f_$name;" ;;
    sequence-add) echo "CREATE SEQUENCE s_$name INCREMENT $((v + 1));" ;;
    sequence-modify) echo "ALTER SEQUENCE s_$name INCREMENT $((v + 5));" ;;
    sequence-comment) echo "COMMENT ON SEQUENCE s_$name IS 'said';" ;;
    sequence-drop) echo "DROP SEQUENCE s_$name;" ;;
    sequence-rename) echo "ALTER SEQUENCE s_a RENAME TO s_$name;" ;;
    domain-add) echo "CREATE DOMAIN d_$name AS int DEFAULT $v;" ;;
    domain-modify) echo "ALTER DOMAIN d_$name SET DEFAULT $v;" ;;
    domain-comment) echo "COMMENT ON DOMAIN d_$name IS 'said';" ;;
    domain-drop) echo "DROP DOMAIN d_$name;" ;;
    domain-rename) echo "ALTER DOMAIN d_a RENAME TO d_$name;" ;;
  esac
}

# side KIND WORDS: the statements of what a cell of the table says.
side() {
  case $2 in
    unchanged) ;;
    added | "added alike") statement "$1" add n 1 ;;
    "added otherwise") statement "$1" add n 2 ;;
    "added under that name") statement "$1" add b 1 ;;
    modified | "modified alike") statement "$1" modify a 1 ;;
    "modified elsewhere") statement "$1" comment a ;;
    "modified otherwise") statement "$1" modify a 2 ;;
    dropped) statement "$1" drop a ;;
    renamed | "renamed alike" | "renamed to that name") statement "$1" rename b ;;
    "renamed otherwise") statement "$1" rename c ;;
    *) echo "SELECT 'nobody knows what \"$2\" is' / 0;" ;;
  esac
}

# all WORDS [OTHER WORDS]: that, of every kind; of two sides what is done once is done once, and a rename last.
all() {
  local kind first second
  for kind in $kinds; do
    first=$(side "$kind" "$1")
    second=${2:+$(side "$kind" "$2")}
    [[ $first != "$second" ]] || second=
    # A definition that is made anew loses its comment, and a thing is modified under its old name.
    case "$1" in renamed* | *elsewhere) printf '%s\n%s\n' "$second" "$first" ;; *) printf '%s\n%s\n' "$first" "$second" ;; esac
  done
}

sql() { psql -qXAt -v ON_ERROR_STOP=1 -c "$1" 2>&1; }
tree() { sql "SELECT pggit_v0.rev_parse('HEAD^{tree}')"; }

# commit STATEMENTS: from the base on; prints its id.
commit() {
  sql "SET client_min_messages = error; SET pggit.allow_data_loss = on; SELECT pggit.reset('$base', hard => true)" >/dev/null
  sql "UPDATE of_column SET a = 42; TRUNCATE t_a; INSERT INTO t_a VALUES (42); $1" >/dev/null || echo "cannot do: $1"
  sql "SELECT pggit.commit('x', allow_empty => true)"
}

sql "CREATE EXTENSION pggit; $make" >/dev/null
sql "SELECT pggit.init()" >/dev/null
base=$(sql "SELECT pggit_v0.rev_parse('HEAD')")

# The conflicts that a type stands for, one a kind.
conflicts_of() {
  local kind
  for kind in $kinds; do printf '%s ' "$1"; done
}

rows=0
number=0
while IFS='|' read -r _ ours theirs result _; do
  ours=${ours# } ours=${ours% } theirs=${theirs# } theirs=${theirs% } result=${result# } result=${result% }
  number=$((number + 1))
  # The left side of "renamed | added under that name" and the like is what the right side speaks of.
  expected=
  [[ $result == conflict* ]] || {
    commit "$(all "$ours" "$theirs")" >/dev/null
    expected=$(tree)
  }
  their_commit=$(commit "$(all "$theirs")")
  case "$ours-$theirs" in
    "added-renamed to that name") commit "$(all "added under that name")" >/dev/null ;;
    *) commit "$(all "$ours")" >/dev/null ;;
  esac
  sql "SELECT pggit_v0.create_branch('theirs_$number', '$their_commit')" >/dev/null
  said=$(sql "SET client_min_messages = error; SET pggit.allow_data_loss = on; SELECT status FROM pggit.merge('theirs_$number')" | tail -n 1)
  if [[ $result == conflict* ]]; then
    type=${result#conflict \`} type=${type%\`}
    is "$said $(sql "SELECT string_agg(type || ' ', '') FROM pggit.conflicts")" "conflicts $(conflicts_of "$type")" "$ours, $theirs: $result"
    sql "SELECT pggit.merge_abort()" >/dev/null 2>&1
  else
    like "$said" '^(merged|fast_forward|up_to_date)$' "$ours, $theirs: merges"
    is "$(tree)" "$expected" "... to $result"
    case "$ours $theirs" in *dropped*) ;; *renamed*)
      is "$(sql "SELECT b FROM of_column UNION ALL SELECT id FROM t_b")" $'42\n42' "... with the rows" ;;
    esac
  fi
  rows=$((rows + 1))
done < <(sed -n '/^| ours | theirs | result |/,/^$/p' "$PGGIT_ROOT/docs/guide/merge.md" | sed '1,2d;/^$/d')
is "$rows" "25" "the table has all rows"
is "$(sql "SELECT count(*) FROM pggit_v0.fsck()")" "0" "nothing is broken"
done_testing
