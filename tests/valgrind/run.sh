#!/usr/bin/env bash
# The extension under valgrind's memcheck, in a single-user server: nothing it does is an error.
#
# The server has errors of its own to show (it is not built for valgrind). An error counts when a
# frame of it lies in pggit.so: our code made it, or called the server in a way that did.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=scripts/lib/common.sh
. "$PGGIT_ROOT/scripts/lib/common.sh"
# shellcheck source=scripts/lib/server_user.sh
. "$PGGIT_ROOT/scripts/lib/server_user.sh"

cluster=valgrind-$$
module=$(pg_config --pkglibdir)/pggit_faulty.so
clean_up() {
  "$PGGIT_ROOT/scripts/cluster.sh" remove "$cluster"
  rm -f "$module"
}
trap clean_up EXIT
cp "$PGGIT_BUILD/src/extension/pggit_faulty.so" "$module" || exit 1
"$PGGIT_ROOT/scripts/cluster.sh" start "$cluster" || exit 1
home=$(
  eval "$("$PGGIT_ROOT/scripts/cluster.sh" env "$cluster")"
  dirname "$PGGIT_CLUSTER_LOG"
)
"$PGGIT_ROOT/scripts/cluster.sh" stop "$cluster"

# Server and valgrind write as the server's user, hence the cluster's own folder.
as_server valgrind --leak-check=full --show-leak-kinds=definite --num-callers=40 --error-limit=no \
  --log-file="$home/memcheck.log" "$(pg_config --bindir)/postgres" --single -F -c jit=off \
  -D "$home/data" postgres <"$PGGIT_ROOT/tests/valgrind/smoke.sql" >server.out 2>server.err
is "$?" 0 "the server ends as it should"
cp "$home/memcheck.log" .

# The smoke test did what it says: one answer, and each error once.
is "$(grep -c 'version = "0' server.out)" 1 "pggit.version() answered"
is "$(grep -c 'library_version' server.out)" 1 "pggit.doctor() answered"
is "$(grep -o 'ERROR:  .*' server.err)" 'ERROR:  layout "views" is not supported
ERROR:  layout must not be null
ERROR:  cannot execute INSERT in a read-only transaction
ERROR:  this database is not initialised' "each misuse was refused, and nothing else"

# blocks FRAME: the errors with such a frame. memcheck ends each error with an empty line.
blocks() {
  sed 's/^==[0-9]*== \{0,1\}//' memcheck.log |
    awk -v frame="$1" 'BEGIN { RS = "" } $0 ~ frame { print $0 "\n" }'
}
is "$(blocks '/pggit[.]so')" "" "memcheck finds no error with a frame of pggit.so"
like "$(blocks 'fault_leak')" 'definitely lost' "... and would: it finds the object lost on purpose"

done_testing
