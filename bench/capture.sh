#!/usr/bin/env bash
# What capture adds to the CPU time of DDL: a plain database, one with event triggers that do nothing
# (what the server itself takes to call any), one with pggit initialised and one with pgaudit
# (pgaudit.log = ddl), in turn, each on top of so many tables that are there already.
#
#   bench/capture.sh [TABLES...]      default: 0 10000
#
# The time is the server process's own, in nanoseconds as its scheduler counts it, for ROUNDS (11)
# sessions of each kind that run COMMANDS (300) commands of each sort; shown are medians a command.
# Needs pgaudit's package for the same PostgreSQL (postgresql-15-pgaudit).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=${here%/*}
rounds=${ROUNDS:-11} commands=${COMMANDS:-300}
(($# > 0)) || set -- 0 10000

cluster() { "$root/scripts/cluster.sh" "$@"; }
# in CLUSTER COMMAND...: with psql and its kin talking to it.
in_cluster() {
  local name=$1
  shift
  (
    eval "$(cluster env "$name")"
    exec "$@"
  )
}

scratch=$(mktemp -d)
ours=bench-capture-$$ audit=bench-audit-$$
trap 'cluster remove "$ours"; cluster remove "$audit"; rm -rf "$scratch"' EXIT

# pgaudit may have been installed after the private copy of PostgreSQL was made.
cluster install
eval "$(cluster start "$ours" && cluster env "$ours")"
[[ -f $("$PG_CONFIG" --pkglibdir)/pgaudit.so ]] || {
  echo "error: pgaudit is not installed; its package is postgresql-$("$PG_CONFIG" --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/')-pgaudit" >&2
  exit 2
}
ln -sfn "$("$PG_CONFIG" --pkglibdir)/pgaudit.so" "$(pg_config --pkglibdir)/"
ln -sfn "$("$PG_CONFIG" --sharedir)"/extension/pgaudit* "$(pg_config --sharedir)/extension/"
cluster start "$audit" -s shared_preload_libraries=pgaudit
for name in "$ours" "$audit"; do
  in_cluster "$name" psql -qX -c 'ALTER SYSTEM SET autovacuum = off' -c "ALTER SYSTEM SET max_wal_size = '4GB'" \
    -c 'SELECT pg_reload_conf()' >/dev/null
done

sorts=('CREATE TABLE' 'ALTER TABLE ADD COLUMN' 'CREATE INDEX' 'DROP TABLE')
# One session: CPU nanoseconds of each sort, one line each.
session() {
  local i sort spent="SELECT split_part(pg_read_file('/proc/self/schedstat'), ' ', 1) AS spent \\gset"
  # What earlier sessions left behind: dead rows, and files that wait for a checkpoint.
  echo 'VACUUM; CHECKPOINT;'
  echo 'CREATE TABLE warm (id int PRIMARY KEY); ALTER TABLE warm ADD a int; CREATE INDEX ON warm (a); DROP TABLE warm;'
  for sort in "${sorts[@]}"; do
    printf '%s before_\n' "$spent"
    for ((i = 1; i <= commands; ++i)); do
      case $sort in
        'CREATE TABLE') # The tables of schema.sql, without their indexes.
          echo "CREATE TABLE measured_$i (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY," \
            "parent_id bigint REFERENCES measured_$((i > 1 ? i - 1 : 1)) (id), name text NOT NULL, status text NOT NULL" \
            "DEFAULT 'new', amount numeric(12,2) NOT NULL DEFAULT 0 CHECK (amount >= 0)," \
            "note character varying(200) COLLATE \"C\", tags text[], created_at timestamptz NOT NULL DEFAULT now());"
          ;;
        'ALTER TABLE ADD COLUMN') echo "ALTER TABLE measured_$i ADD COLUMN email text;" ;;
        'CREATE INDEX') echo "CREATE INDEX measured_${i}_name ON measured_$i (name);" ;;
        'DROP TABLE') echo "DROP TABLE measured_$((commands + 1 - i));" ;;
      esac
    done
    printf '%s after_\nSELECT (:after_spent - :before_spent) / %d;\n' "$spent" "$commands"
  done
}
session >"$scratch/session.sql"

# prepare CLUSTER DATABASE TABLES SETUP
prepare() {
  in_cluster "$1" createdb "$2"
  in_cluster "$1" psql -qX -d "$2" -o /dev/null >/dev/null <<SQL
SELECT format('CREATE TABLE there_%s (id int, name text)', i) FROM generate_series(1, $3) AS i \\gexec
$4
ANALYZE;
SQL
}

# measure CLUSTER DATABASE: adds a line to one file for each sort.
measure() {
  local i=0 spent
  while read -r spent; do
    echo "$spent" >>"$scratch/$2.$i"
    i=$((i + 1))
  done < <(in_cluster "$1" psql -qXAt -v ON_ERROR_STOP=1 -d "$2" -f "$scratch/session.sql")
  ((i == ${#sorts[@]})) || {
    echo "error: a session in database \"$2\" failed" >&2
    exit 2
  }
}

median() { sort -n "$1" | sed -n "$((rounds / 2 + 1))p"; }

for tables; do
  prepare "$ours" plain "$tables" ''
  prepare "$ours" empty "$tables" "CREATE FUNCTION nothing() RETURNS event_trigger LANGUAGE internal AS 'pg_backend_pid';
    CREATE EVENT TRIGGER one ON ddl_command_end EXECUTE FUNCTION nothing();
    CREATE EVENT TRIGGER two ON sql_drop EXECUTE FUNCTION nothing();"
  prepare "$ours" pggit "$tables" 'CREATE EXTENSION pggit; SELECT pggit.init();'
  prepare "$audit" pgaudit "$tables" "CREATE EXTENSION pgaudit; ALTER DATABASE pgaudit SET pgaudit.log = 'ddl';"
  for ((round = 0; round < rounds; ++round)); do
    measure "$ours" plain
    measure "$ours" empty
    measure "$ours" pggit
    measure "$audit" pgaudit
  done
  for i in "${!sorts[@]}"; do
    awk -v tables="$tables" -v sort="${sorts[i]}" -v plain="$(median "$scratch/plain.$i")" \
      -v empty="$(median "$scratch/empty.$i")" -v pggit="$(median "$scratch/pggit.$i")" \
      -v pgaudit="$(median "$scratch/pgaudit.$i")" '
      function more(own) { return sprintf("%+5.1f %% (%+.0f us)", 100 * (own / plain - 1), (own - plain) / 1000) }
      BEGIN { printf "%6d tables, %-22s %5.0f us, pggit %s, empty triggers %s, pgaudit %s\n", tables, sort,
              plain / 1000, more(pggit), more(empty), more(pgaudit) }'
  done
  rm -f "$scratch"/*.[0-9]
  in_cluster "$ours" dropdb plain
  in_cluster "$ours" dropdb empty
  in_cluster "$ours" dropdb pggit
  in_cluster "$audit" dropdb pgaudit
done
