# shellcheck shell=bash
# PostgreSQL's own regression suite, ready to run against the server of the environment. Source this in
# an empty folder that the server's user can read; it makes ./lib, ./src and ./out there.
#
# Fetches the server's source (apt-get source; or PGGIT_SERVER_SOURCE names its tar file) and builds
# the suite's library. The suite may be of another minor release than the server.
server_suite=$PWD/src/test/regress

# Sets everything up.
make_server_suite() {
  local major libraries
  major=$("$PG_CONFIG" --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/')
  libraries=$("$PG_CONFIG" --pkglibdir)
  mkdir lib
  mkdir -m 777 out # The server writes there too.
  [[ -n ${PGGIT_SERVER_SOURCE:-} ]] || apt-get source --download-only "postgresql-$major" >&2
  tar -xf "${PGGIT_SERVER_SOURCE:-$(echo "postgresql-${major}_"*.orig.tar.*)}" \
    --strip-components=1 --wildcards '*/src/test/regress'
  gcc -O1 -fPIC -shared -I"$("$PG_CONFIG" --includedir-server)" "$server_suite/regress.c" -o lib/regress.so
  cp "$libraries"/autoinc.so "$libraries"/refint.so lib/
}

# run_server_suite [OPTION...]: what it prints; results are in ./out/results.
run_server_suite() {
  "$(dirname "$("$PG_CONFIG" --pgxs)")/../test/regress/pg_regress" --inputdir="$server_suite" \
    --outputdir="$PWD/out" --bindir="$(dirname "$(type -P psql)")" --dlpath="$PWD/lib" --host="$PGHOST" \
    --port="$PGPORT" --user="$PGUSER" --schedule="$server_suite/parallel_schedule" \
    --max-concurrent-tests=20 "$@"
}
