#!/usr/bin/env bash
# Every way libpq has of naming a server and a user, and what comes of the wrong ones.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/support/cli.sh
. "$PGGIT_ROOT/tests/support/cli.sh"

# A server that wants passwords.
with_passwords() {
  psql -q -v hba="$(psql -Atc 'SHOW hba_file')" <<'SQL'
SET password_encryption = 'scram-sha-256';
CREATE ROLE ann LOGIN PASSWORD 'right';
COPY (VALUES ('local all postgres trust'), ('local all ann scram-sha-256')) TO :'hba';
SELECT pg_reload_conf() \g /dev/null
SQL
  wait_for 10 eval '! PGUSER=ann psql -w -c "SELECT 1"'
  export PGUSER=ann PGDATABASE=postgres PGPASSFILE=$PWD/pgpass
  exits 4 "no password is not authorised" pggit version --server -w
  like "$err" 'no password supplied' "... says libpq"
  exits 4 "a wrong password is not authorised" env PGPASSWORD=wrong pggit version --server
  like "$err" 'password authentication failed for user "ann"' "... says the server"
  exits 4 "a user no rule lets in is not authorised" pggit version --server -U bob
  exits 0 "PGPASSWORD lets in" env PGPASSWORD=right pggit version --server
  printf '*:*:*:ann:right\n' >pgpass
  chmod 600 pgpass
  exits 0 "so does a password file" pggit version --server -w
  rm pgpass
  exits 0 "on a terminal the password is asked for" \
    terminal --expect 'Password for user ann: ' --send 'right\n' -- pggit version --server
  unlike "$out" 'right' "... without echo"
  exits 4 "... once" \
    terminal --expect 'Password for user ann: ' --send 'wrong\n' -- pggit version --server
  exits 0 "-W asks before connecting" \
    terminal --expect 'Password: ' --send 'right\n' -- pggit version --server -W
  exits 4 "-w never asks" terminal -- pggit version --server -w
  exits 130 "Ctrl-C ends the question" \
    terminal --expect 'Password for user ann: ' --send '\x03' -- pggit version --server
  is "$err" 'echo: on' "... and the terminal echoes again"
  done_testing
}
# The second half of this test, on a server of its own.
if [[ ${1:-} == with-passwords ]]; then
  tap_count=$2
  with_passwords
  exit
fi

# connected NAME COMMAND...: the command, a doctor, tells of a connection to our database.
connected() {
  local name=$1
  shift
  out=$("$@" 2>&1)
  like "$out" "connection +database \"$PGDATABASE\" as \"$PGUSER\"" "$name"
}

host=$PGHOST port=$PGPORT user=$PGUSER database=$PGDATABASE
without="env -u PGHOST -u PGPORT -u PGUSER -u PGDATABASE"
connected "PG* variables" pggit doctor
# shellcheck disable=SC2086 # several words
{
  connected "options after the verb" $without pggit doctor -h "$host" -p "$port" -U "$user" -d "$database"
  connected "options before the verb" $without pggit --host="$host" -p"$port" -U "$user" --dbname "$database" doctor
  connected "a URI" $without pggit doctor -d "postgresql://$user@:$port/$database?host=$host"
  connected "a connection string" $without pggit doctor -d "host=$host port=$port user=$user dbname=$database"
  printf '[shop]\nhost=%s\nport=%s\nuser=%s\ndbname=%s\n' "$host" "$port" "$user" "$database" >services
  connected "a service named in the connection string" \
    $without PGSERVICEFILE="$PWD/services" pggit doctor -d service=shop
  connected "a service named by PGSERVICE" \
    $without PGSERVICEFILE="$PWD/services" PGSERVICE=shop pggit doctor
  connected "the second of two hosts, when the first does not answer" \
    $without pggit doctor -d "host=/nowhere,$host port=$port user=$user dbname=$database"
}
connected "a URI wins over options, as in psql" pggit doctor -h /nowhere -d "postgresql:///$database?host=$host"

exits 3 "a wrong port cannot be connected to" pggit doctor -p 1
like "$err" '^pggit: error: cannot connect to the database' "... says the message"
like "$err" 'DETAIL:  .*\.s\.PGSQL\.1"? failed: No such file' "... with libpq's own words"
like "$err" 'HINT:  .*pg_isready' "... and what to do"
exits 3 "a database that does not exist cannot be connected to" pggit doctor -d nosuchdb -v
like "$err" 'error: 3D000: ' "... and --verbose shows the server's SQLSTATE"
unlike "$err" 'LOCATION' "... but not the server's source"
exits 3 "an unknown service cannot be connected to" env PGSERVICEFILE="$PWD/services" pggit doctor -d service=no
exits 3 "a broken connection string cannot be connected to" pggit doctor -d 'nonsense=1'

psql -qc "CREATE ROLE pggit_e2e_guest LOGIN"
exits 4 "a role that may not create the extension is not authorised" pggit init -U pggit_e2e_guest
like "$err" 'permission denied' "... says the server"
psql -qc "DROP ROLE pggit_e2e_guest"

exec "$PGGIT_ROOT/scripts/cluster.sh" with "passwords-$$" -- "$0" with-passwords "$tap_count"
