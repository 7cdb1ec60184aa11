#!/usr/bin/env bash
# Installs the Debian packages that a group of tasks needs, and only those that are missing.
#
#   scripts/install-deps.sh GROUP...     groups: build test lint demo bench fuzz majors
#
# Says what it installs. Needs root or sudo only when something is missing. No PostgreSQL cluster is
# made or started on this machine. With PG_CONFIG set, PostgreSQL itself is taken as given.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=scripts/lib/common.sh
. "$here/lib/common.sh"

# The packages of a group. PG stands for the major version of PostgreSQL; "package:command" is also
# satisfied by the command alone, wherever it came from.
packages_of() {
  case $1 in
    build)
      echo cmake:cmake ninja-build:ninja g++:g++ libssl-dev libcli11-dev nlohmann-json3-dev
      echo libgtest-dev libgmock-dev
      [[ -n ${PG_CONFIG:-} ]] || echo libpq-dev postgresql-server-dev-PG
      ;;
    test)
      echo git:git valgrind:valgrind libc6-dbg python3:python3 bash zsh:zsh fish:fish man-db:man
      [[ -n ${PG_CONFIG:-} ]] || echo postgresql-PG postgresql-client-PG
      ;;
    demo) [[ -n ${PG_CONFIG:-} ]] || echo postgresql-PG postgresql-client-PG ;;
    lint) echo clang-format:clang-format clang-tidy:clang-tidy shellcheck:shellcheck python3:python3 ;;
    bench)
      echo libbenchmark-dev
      # What capture is compared with.
      [[ -n ${PG_CONFIG:-} ]] || echo postgresql-PG-pgaudit
      ;;
    fuzz) echo clang:clang llvm:llvm-symbolizer ;;
    majors) echo patchelf:patchelf ;;
    *) die "there is no group \"$1\"; groups: build test lint demo bench fuzz majors" ;;
  esac
}

is_installed() {
  [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed* ]]
}

# Debian 12's PostgreSQL is 15; elsewhere the distribution's own choice, which is what runs there.
postgres_major() {
  local codename=''
  [[ ! -r /etc/os-release ]] || codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
  if [[ $codename == bookworm ]]; then
    echo 15
    return
  fi
  apt-cache depends postgresql 2>/dev/null | sed -n 's/.*Depends: postgresql-\([0-9]\+\)$/\1/p' | head -n 1
}

# Fills `missing` with the packages of the groups that are not there.
find_missing() {
  local group entry name
  missing=()
  for group in "$@"; do
    for entry in $(packages_of "$group"); do
      name=${entry%%:*}
      if [[ $entry == *:* ]] && command -v "${entry#*:}" >/dev/null; then continue; fi
      if [[ $name == *-PG* ]]; then
        [[ -n ${major:=$(postgres_major)} ]] || return 1
        name=${name/-PG/-$major}
      fi
      if ! is_installed "$name" && [[ " ${missing[*]} " != *" $name "* ]]; then
        missing+=("$name")
      fi
    done
  done
}

# as_root command...: directly, or through sudo, which may ask for a password on a terminal only.
as_root() {
  if [[ $(id -u) -eq 0 ]]; then
    "$@"
  elif [[ -t 0 ]]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 UCF_FORCE_CONFFOLD=1 \
    apt-get -qq -o Dpkg::Use-Pty=0 "$@"
}

# While this file is there, installing a server package makes no cluster.
readonly drop_in=/etc/postgresql-common/createcluster.d/pggit-install.conf
forbid_clusters() {
  as_root mkdir -p "${drop_in%/*}"
  trap 'as_root rm -f "$drop_in"; rm -f "$log"' EXIT
  echo 'create_main_cluster = false' | as_root tee "$drop_in" >/dev/null
}

(($#)) || die "name at least one group: build test lint demo bench fuzz majors"
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  say "This is not Debian. These Debian packages, or what they are called here, must be installed:"
  for group in "$@"; do packages_of "$group"; done | tr ' ' '\n' | sed 's/:.*//' | sort -u | xargs echo " " >&2
  exit 0
fi

# run_logged WHAT command...: silent when it works, its whole output when it fails.
run_logged() {
  local what=$1
  shift
  "$@" >"$log" 2>&1 && return 0
  cat "$log" >&2
  die "$what failed"
}

major='' known=true
find_missing "$@" || known=false
if $known && ((${#missing[@]} == 0)); then exit 0; fi

if [[ $(id -u) -ne 0 ]] && ! { command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true; } } 2>/dev/null; then
  say "Packages are missing, and this user has no sudo. As root, run:"
  if $known; then
    say "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
  else
    say "  apt-get update && $here/install-deps.sh $*"
  fi
  exit 2
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! $known; then
  say "Reading the package lists to learn which PostgreSQL this system has"
  run_logged "apt-get update" apt update
  find_missing "$@" || die "this system offers no package \"postgresql\"; set PG_CONFIG"
fi
say "Missing packages, installed now: ${missing[*]}"
if [[ -n $major && $major != 15 && ${missing[*]} == *postgresql* ]]; then
  say "(PostgreSQL $major is what this system has; pggit's default is 15)"
fi
! $known || run_logged "apt-get update" apt update
forbid_clusters
run_logged "apt-get install" apt install --yes --no-install-recommends "${missing[@]}"
