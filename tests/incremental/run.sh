#!/usr/bin/env bash
# A reading of what changed gives what a reading of everything does, whatever happens to the schema
# and to the catalogs' pages: statements made up by chance (changes.sql), committed, rolled back or
# still open. PGGIT_TEST_SEED repeats the run whose seed a failure names.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"

seed=${PGGIT_TEST_SEED:-$RANDOM$RANDOM}
rounds=${PGGIT_TEST_ROUNDS:-150}
note "seed: $seed"

psql -qX -v ON_ERROR_STOP=1 <<'SQL'
CREATE EXTENSION pggit;
CREATE SCHEMA one;
DROP ROLE IF EXISTS tester, tester2;
CREATE ROLE tester;
SQL

# The script of a session: each round a few statements, then the difference from HEAD both ways. The
# two are told apart by a hash; where it differs, both are shown.
script() {
  cat "$PGGIT_ROOT/tests/incremental/changes.sql"
  printf 'SET client_min_messages = debug1;\n\\set ON_ERROR_ROLLBACK on\n'
  printf 'SELECT setseed(%s);\n' "$(awk -v s="$seed" 'BEGIN { srand(s); print rand() }')"
  # Something to begin with.
  for _ in $(seq 60); do printf 'SELECT pg_temp.change() \\gexec\n'; done
  printf 'SELECT pggit.init();\n'
  awk -v seed="$seed" -v rounds="$rounds" '
    function change(n) { while (n-- > 0) print "SELECT pg_temp.change() \\gexec" }
    function compare(what) {
      print "SET pggit.read_everything = off;"
      print "CREATE TEMP TABLE narrow AS SELECT * FROM pggit.diff();"
      print "SET pggit.read_everything = on;"
      print "CREATE TEMP TABLE broad AS SELECT * FROM pggit.diff();"
      print "SET pggit.read_everything = off;"
      printf "SELECT CASE WHEN NOT EXISTS (TABLE narrow EXCEPT TABLE broad) AND NOT EXISTS (TABLE broad EXCEPT TABLE narrow)"
      printf " THEN $$SAME %s$$ ELSE $$DIFFERENT %s$$ END;\n", what, what
      print "SELECT $$only narrow $$, * FROM (TABLE narrow EXCEPT TABLE broad) q;"
      print "SELECT $$only broad $$, * FROM (TABLE broad EXCEPT TABLE narrow) q;"
      print "DROP TABLE narrow, broad;"
    }
    BEGIN {
      srand(seed + 1)
      split("pg_class pg_attribute pg_depend pg_description pg_proc pg_type pg_constraint", catalogs)
      for (i = 1; i <= rounds; ++i) {
        dice = rand()
        if (dice < 0.25) { print "BEGIN;"; change(3); compare("open " i); print "ROLLBACK;" }
        else if (dice < 0.45) {
          print "BEGIN;"; change(2); print "SAVEPOINT s;"; change(2); print "ROLLBACK TO s;"; change(1)
          if (rand() < 0.5) print "SELECT pggit.commit($$inside$$, allow_empty => true) IS NULL;"
          change(1)
          print "COMMIT;"
        } else change(1 + int(rand() * 4))
        if (rand() < 0.1) printf "VACUUM %s %s;\n", rand() < 0.3 ? "FULL" : "FREEZE", catalogs[1 + int(rand() * 7)]
        if (rand() < 0.05) print "CHECKPOINT;"
        compare("round " i)
        dice = rand()
        if (dice < 0.5) print "SELECT pggit.commit($$all$$, allow_empty => true) IS NULL;"
        else if (dice < 0.6) print "SELECT pggit.commit($$some$$, (SELECT array_agg(object_path) FROM pggit.status() WHERE random() < 0.5)) IS NULL;"
        if (dice < 0.6) compare("committed " i)
      }
      print "SELECT pggit.commit($$last$$, allow_empty => true) IS NULL;"
      print "SET pggit.read_everything = on;"
      print "SELECT $$left $$ || count(*) FROM pggit.status();"
    }'
}
script >script.sql
psql -qXAt -f script.sql >out 2>errors
is "$(grep -c '^DIFFERENT' out)" 0 "what changed is all that changed"
note "$(grep -A 20 -m 3 '^DIFFERENT' out)"
checks=$(grep -c '^SAME' out)
ok "... in all $checks comparisons" test "$checks" -ge "$rounds"
is "$(tail -n 1 out)" "left 0" "after the last commit nothing is left"
is "$(grep -c 'VC0\|XX0' errors)" 0 "nothing failed inside"
is "$(psql -qXAtc "SELECT * FROM pggit_v0.fsck()" 2>&1 | head -n 5)" "" "the store is sound"
done_testing
