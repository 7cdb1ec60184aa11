#!/usr/bin/env bash
# Private PostgreSQL servers for tests and the demo. Nothing outside the build folder is touched.
#
#   scripts/cluster.sh install                  private copy of PostgreSQL with pggit installed in it
#   scripts/cluster.sh start NAME [-s SET=VAL]  makes the cluster if needed, starts it if needed
#   scripts/cluster.sh stop NAME
#   scripts/cluster.sh status NAME              exit 0 running, 3 stopped, 4 never made
#   scripts/cluster.sh remove NAME              stops it and deletes its data
#   scripts/cluster.sh remove-all               every cluster of this build, and what lies in /var/tmp
#   scripts/cluster.sh env NAME                 shell lines that point PGHOST, PATH ... at the cluster
#   scripts/cluster.sh with NAME [-s SET=VAL] -- COMMAND...   start, run, remove; the command's status
#
# A cluster listens on a unix socket in a private folder and on nothing else, so clusters of several
# checkouts, users and majors never meet. Clusters do not sync to disk (they are for tests); -d makes
# one that does. PGGIT_BUILD names the build folder, PG_CONFIG another PostgreSQL.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=scripts/lib/common.sh
. "$here/lib/common.sh"
# shellcheck source=scripts/lib/server_user.sh
. "$here/lib/server_user.sh"
# shellcheck source=scripts/lib/server_tree.sh
. "$here/lib/server_tree.sh"

readonly max_socket_dir=90  # a socket's path takes 107 bytes, its name 14 of them

usage() {
  sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" >&2
  exit 2
}

cluster_dir() {
  [[ $1 =~ ^[A-Za-z0-9_-]+$ ]] || die "\"$1\" is not a cluster name"
  printf '%s/clusters/%s\n' "$(state_dir)" "$1"
}

# The server's own words when starting fails.
explain_failure() {
  tail -n 20 "$1/log" >&2 || true
  die "the private server did not start; its log is $1/log"
}

# Where the socket lies: in the cluster's folder, or in a short one when that path is too long.
make_socket_dir() {
  local dir=$1 socket=$1/socket
  [[ ! -d $socket ]] || return 0
  if ((${#socket} > max_socket_dir)); then
    local short
    short=$(mktemp -d /tmp/pggit-XXXXXX)
    make_server_dir "$short"
    ln -sfn "$short" "$socket"
  else
    make_server_dir "$socket"
  fi
}

socket_dir() { readlink -f "$1/socket"; }

make_cluster() {
  local dir=$1 durable=$2
  mkdir -p "${dir%/*}"
  make_server_dir "$dir"
  as_server "$tree_bin/initdb" --pgdata="$dir/data" --username=postgres --auth=trust \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync --no-instructions >"$dir/initdb.log" 2>&1 || {
    cat "$dir/initdb.log" >&2
    rm -rf "$dir"
    die "initdb failed"
  }
  local settings=(
    "listen_addresses = ''"
    "timezone = 'UTC'"
    "log_timezone = 'UTC'"
    "lc_messages = 'C'"
    "shared_buffers = '64MB'"
  )
  if ! $durable; then
    settings+=("fsync = off" "synchronous_commit = off" "full_page_writes = off" "jit = off")
  fi
  printf '%s\n' "${settings[@]}" >>"$dir/data/postgresql.conf"
}

is_running() { as_server "$tree_bin/pg_ctl" status --pgdata="$1/data" >/dev/null 2>&1; }

start_cluster() {
  local name=$1 durable=false setting options='' dir
  shift
  while (($#)); do
    case $1 in
      -d) durable=true ;;
      -s)
        setting=${2:?-s takes SETTING=VALUE}
        options+=" -c '$setting'"
        shift
        ;;
      *) usage ;;
    esac
    shift
  done
  dir=$(cluster_dir "$name")
  install_tree
  [[ -f $dir/data/PG_VERSION ]] || { rm -rf "$dir" && make_cluster "$dir" "$durable"; }
  ! is_running "$dir" || return 0
  make_socket_dir "$dir"
  as_server "$tree_bin/pg_ctl" start --silent --wait --timeout=60 --pgdata="$dir/data" \
    --log="$dir/log" --options="-c unix_socket_directories='$(socket_dir "$dir")'$options" \
    </dev/null >/dev/null 2>&1 || explain_failure "$dir"
}

stop_cluster() {
  local dir
  dir=$(cluster_dir "$1")
  [[ -d $dir/data ]] && is_running "$dir" || return 0
  as_server "$tree_bin/pg_ctl" stop --silent --wait --mode=fast --pgdata="$dir/data" >/dev/null ||
    as_server "$tree_bin/pg_ctl" stop --silent --wait --mode=immediate --pgdata="$dir/data" >/dev/null
}

remove_cluster() {
  local dir
  dir=$(cluster_dir "$1")
  stop_cluster "$1"
  [[ ! -L $dir/socket ]] || rm -rf "$(socket_dir "$dir")"
  rm -rf "$dir"
}

remove_all() {
  local state dir
  [[ -d $PGGIT_BUILD ]] || return 0
  state=$(state_dir)
  for dir in "$state"/clusters/*/; do
    [[ ! -d $dir ]] || remove_cluster "$(basename "$dir")"
  done
  [[ $state == "$PGGIT_BUILD" ]] || rm -rf "$state"
  rm -f "$PGGIT_BUILD/server-files"
}

print_env() {
  local dir stage=$PGGIT_BUILD/stage command_dir
  dir=$(cluster_dir "$1")
  [[ -d $dir/data ]] || die "there is no cluster \"$1\"; make it with scripts/cluster.sh start $1"
  command_dir=$(find "$stage" -type f -name pggit -perm -u+x -printf '%h\n' -quit 2>/dev/null) || true
  printf 'export PGHOST=%q PGPORT=5432 PGUSER=postgres PGDATABASE=postgres\n' "$(socket_dir "$dir")"
  printf 'export PGGIT_BUILD=%q PGGIT_ROOT=%q PGGIT_CLUSTER_LOG=%q\n' "$PGGIT_BUILD" "$PGGIT_ROOT" \
    "$dir/log"
  printf 'export PG_CONFIG=%q\n' "$(pg_config_path)"
  printf 'export PATH=%q:"%s"\n' "${command_dir:+$command_dir:}$tree_bin" "\$PATH"
}

with_cluster() {
  local name=$1 options=() status=0
  shift
  while (($#)) && [[ $1 != -- ]]; do
    options+=("$1")
    shift
  done
  (($# > 1)) || usage
  shift
  # shellcheck disable=SC2064  # the name is fixed now
  trap "remove_cluster '$name'" EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  start_cluster "$name" "${options[@]}"
  (
    eval "$(print_env "$name")"
    exec "$@"
  ) || status=$?
  exit "$status"
}

command=${1:-}
[[ -n $command ]] || usage
shift
case $command in
  install | remove-all) ;;
  start | stop | status | remove | env | with) [[ -n ${1:-} ]] || usage ;;
  *) usage ;;
esac
[[ $command != install || -f $PGGIT_BUILD/cmake_install.cmake ]] || die "nothing is built in $PGGIT_BUILD; run make"
[[ $command == remove-all && ! -d $PGGIT_BUILD ]] || locate_tree
case $command in
  install) install_tree ;;
  start) start_cluster "$@" ;;
  stop) stop_cluster "$1" ;;
  status)
    dir=$(cluster_dir "$1")
    [[ -d $dir/data ]] || exit 4
    is_running "$dir" || exit 3
    ;;
  remove) remove_cluster "$1" ;;
  remove-all) remove_all ;;
  env) print_env "$1" ;;
  with) with_cluster "$@" ;;
esac
