# shellcheck shell=bash
# What every script here starts from: where the checkout is, which build it works on, how it talks.
#
# PGGIT_BUILD names the build folder (default build/release), as a path from the checkout or in full.
# Files made here must be readable by the user a server runs as, hence the umask.
umask 022

checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
# A shell that talks to a private server of another checkout (cluster.sh env) still builds this one.
[[ ${PGGIT_ROOT:-$checkout} == "$checkout" || ${PGGIT_BUILD:-} != "$PGGIT_ROOT"/* ]] || unset PGGIT_BUILD
PGGIT_ROOT=$checkout
PGGIT_BUILD=${PGGIT_BUILD:-build/release}
case $PGGIT_BUILD in
  /*) PGGIT_BUILD=${PGGIT_BUILD%/} ;;
  *) PGGIT_BUILD=$PGGIT_ROOT/${PGGIT_BUILD%/} ;;
esac

# Talk goes to stderr, answers to stdout.
say() { printf '%s\n' "$*" >&2; }
die() {
  say "error: $*"
  exit 2
}

# Colours on a terminal only, and never when NO_COLOR is set.
if [[ -t 1 && -z ${NO_COLOR:-} && ${TERM:-dumb} != dumb ]]; then
  bold=$'\e[1m' dim=$'\e[2m' red=$'\e[31m' green=$'\e[32m' yellow=$'\e[33m' plain=$'\e[0m'
else
  bold='' dim='' red='' green='' yellow='' plain=''
fi
# shellcheck disable=SC2034  # for the scripts that source this file
readonly bold dim red green yellow plain

# mirrored_pg_config PATH: the pg_config that PATH, or a name to be found in PATH, stands for. Next to that
# of a private server (server_tree.sh) is written which one it is a copy of: only that one can build.
mirrored_pg_config() {
  local path
  path=$(command -v "$1") || die "PG_CONFIG is \"$1\", which is no program"
  path=$(realpath -s "$path")
  [[ ! -f ${path%/*}/$mirrors_note ]] || path=$(<"${path%/*}/$mirrors_note")
  printf '%s\n' "$path"
}
readonly mirrors_note=copy-of-pg_config
if [[ -n ${PG_CONFIG:-} ]]; then PG_CONFIG=$(mirrored_pg_config "$PG_CONFIG"); fi

# The pg_config this build was made with; PG_CONFIG overrides, Debian 12's PostgreSQL 15 is the default.
pg_config_path() {
  local found=${PG_CONFIG:-}
  if [[ -z $found && -f $PGGIT_BUILD/CMakeCache.txt ]]; then
    found=$(sed -n 's/^PG_CONFIG:[A-Z]*=//p' "$PGGIT_BUILD/CMakeCache.txt")
  fi
  if [[ -z $found && -x /usr/lib/postgresql/15/bin/pg_config ]]; then
    found=/usr/lib/postgresql/15/bin/pg_config
  fi
  if [[ -z $found ]] && command -v pg_config >/dev/null; then
    found=$(mirrored_pg_config pg_config)
  fi
  [[ -x $found ]] || die "no pg_config found; install PostgreSQL's development files or set PG_CONFIG"
  printf '%s\n' "$found"
}
