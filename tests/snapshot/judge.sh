# shellcheck shell=bash
# The outside judge: PostgreSQL's own pg_dump decides whether a snapshot says all and a restore
# brings all back. Source tests/support/tap.sh first.

# must NAME COMMAND...: as ok, and fails when the command does, so that the caller can give up.
must() {
  local name=$1 output
  shift
  if output=$("$@" 2>&1); then pass "$name"; else
    fail "$name"
    note "command: $*"
    note "$output"
    return 1
  fi
}

# statements DATABASE FILE: what pg_dump says of the schema, one statement a line, in an order of
# its own.
statements() {
  pg_dump --schema-only --dbname="$1" >"$2.dump" &&
    perl "$PGGIT_ROOT/tests/snapshot/statements.pl" "$2.dump" >"$2"
}

# same NAME FILE FILE: the files are equal; shows how they are not.
same() {
  local difference
  if difference=$(diff "$2" "$3"); then pass "$1"; else
    fail "$1"
    note "$(head -n 40 <<<"$difference")"
  fi
}

# remove DATABASE: also one with subscriptions, which would hold on to it.
remove() {
  psql -X -q -At -d "$1" -c "SELECT format('ALTER SUBSCRIPTION %1\$I DISABLE;'
      ' ALTER SUBSCRIPTION %1\$I SET (slot_name = NONE); DROP SUBSCRIPTION %1\$I;', subname)
    FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())" |
    psql -X -q -d "$1" && dropdb "$1"
}

# judge NAME DATABASE: snapshot, restore into an empty database, and compare both ways.
judge() {
  local name=$1 database=$2 again=$2_again
  must "$name: a snapshot is taken" \
    pggit snapshot --from "dbname=$database" --owners --tablespaces -o "$database.snapshot" || return
  must "$name: the snapshot becomes a script" \
    restore_script "$database.snapshot" "$database.restore.sql" || return
  createdb --template=template0 "$again"
  must "$name: the script runs in an empty database" \
    psql -X -q --single-transaction -v ON_ERROR_STOP=1 -d "$again" -f "$database.restore.sql" || return
  must "$name: the database is dumped" statements "$database" "$database.statements" || return
  must "$name: the restored database is dumped" statements "$again" "$again.statements" || return
  same "$name: both dumps hold the same statements" "$database.statements" "$again.statements"
  must "$name: a snapshot of the restored database is taken" \
    pggit snapshot --from "dbname=$again" --owners --tablespaces -o "$again.snapshot" || return
  same "$name: both snapshots are equal" "$database.snapshot" "$again.snapshot"
  must "$name: the restored database is dropped" remove "$again"
}

restore_script() { pggit restore-schema "$1" >"$2"; }

# judge_file FILE: judges a database that the script alone fills.
judge_file() {
  local name
  name=judge_$(basename "$1" .sql)
  createdb --template=template0 "$name"
  must "$1 loads" psql -X -q -v ON_ERROR_STOP=1 -d "$name" -f "$1" || return
  judge "$1" "$name"
  must "$name: the database is dropped" remove "$name"
}
