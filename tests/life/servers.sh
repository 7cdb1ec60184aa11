# shellcheck shell=bash
# Servers of the test's own, as the user that may run them. Source it after tap.sh.
# shellcheck source=scripts/lib/common.sh
. "$PGGIT_ROOT/scripts/lib/common.sh"
# shellcheck source=scripts/lib/server_user.sh
. "$PGGIT_ROOT/scripts/lib/server_user.sh"

server_bin=$(dirname "$(type -P initdb)")
# Sockets need a short path; data lies beside them.
servers=$(mktemp -d /tmp/pggit-life-XXXXXX)
make_server_dir "$servers"
trap 'for data in "$servers"/*/PG_VERSION; do stop_server "$(basename "${data%/*}")"; done; rm -rf "$servers"' EXIT

start_server() {
  as_server "$server_bin/pg_ctl" start --silent --wait --timeout=60 --pgdata="$servers/$1" --log="$servers/$1.log" \
    --options="-c unix_socket_directories='$servers' -c port=$2 -c listen_addresses=''" </dev/null >/dev/null 2>&1
}

stop_server() {
  as_server "$server_bin/pg_ctl" status --pgdata="$servers/$1" >/dev/null 2>&1 || return 0
  as_server "$server_bin/pg_ctl" stop --silent --wait --mode=fast --pgdata="$servers/$1" >/dev/null
}
