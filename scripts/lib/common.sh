# shellcheck shell=bash
# What every script here starts from: where the checkout is, which build it works on, how it talks.
#
# PGGIT_BUILD names the build folder (default build/release), as a path from the checkout or in full.
# Files made here must be readable by the user a server runs as, hence the umask.
umask 022

PGGIT_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
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

# The pg_config this build was made with; PG_CONFIG overrides, Debian 12's PostgreSQL 15 is the default.
pg_config_path() {
  local found=${PG_CONFIG:-}
  if [[ -z $found && -f $PGGIT_BUILD/CMakeCache.txt ]]; then
    found=$(sed -n 's/^PG_CONFIG:[A-Z]*=//p' "$PGGIT_BUILD/CMakeCache.txt")
  fi
  if [[ -z $found && -x /usr/lib/postgresql/15/bin/pg_config ]]; then
    found=/usr/lib/postgresql/15/bin/pg_config
  fi
  [[ -n $found ]] || found=$(command -v pg_config) || true
  [[ -x $found ]] || die "no pg_config found; install PostgreSQL's development files or set PG_CONFIG"
  printf '%s\n' "$found"
}
