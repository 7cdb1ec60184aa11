#!/usr/bin/env bash
# Fetches another major of PostgreSQL from Debian's other releases into the build folder, and prints
# its pg_config. The host's packages, package lists and files stay as they are.
#
#   scripts/fetch-major.sh 17|18
#
# The packages come from the mirror that this machine's own apt uses, through an apt with folders of its
# own. The programs get the C library they were built with: their interpreter and library path are set
# to what was unpacked. Unpacked once; delete the build folder to fetch again.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
major=${1:?which major: 17 or 18}
PGGIT_BUILD=${PGGIT_BUILD:-build/pg$major}
# shellcheck source=scripts/lib/common.sh
. "$here/lib/common.sh"
# shellcheck source=scripts/lib/server_user.sh
. "$here/lib/server_user.sh"

case $major in
  17) release=trixie ;;
  18) release=sid ;;
  *) die "no Debian release has PostgreSQL $major; install it yourself and run: make test PG_CONFIG=/path/to/pg_config" ;;
esac

home=$(state_dir)/postgresql
root=$home/root
pg_config=$root/usr/lib/postgresql/$major/bin/pg_config
[[ ! -f $home/complete ]] || {
  printf '%s\n' "$pg_config"
  exit 0
}

# The archive this machine takes its own release from.
mirror() {
  local codename
  codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
  apt-get indextargets --format "\$(RELEASE) \$(COMPONENT) \$(REPO_URI)" 'Created-By: Packages' |
    awk -v codename="$codename" '$1 == codename && $2 == "main" { print $3; exit }'
}

# An apt of its own: only how to reach the network is taken from the host. A mirror that stands still
# (a snapshot) will do for a test, so its lists may be past their date; signatures are checked.
configure_apt() {
  local uri
  uri=$(mirror)
  [[ -n $uri ]] || die "apt's sources name no Debian archive"
  mkdir -p "$home"/apt/{lists/partial,archives/partial} "$home/debs" "$root"
  : >"$home/apt/status"
  printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' "$uri" "$release" \
    >"$home/apt/sources.list"
  {
    apt-config dump | grep -E '^Acquire::(http|https|ftp|Retries|ForceIPv[46])' || true
    cat <<CONFIG
Dir::Etc::main "/dev/null";
Dir::Etc::parts "/dev/null";
Dir::Etc::sourcelist "$home/apt/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::State "$home/apt";
Dir::State::lists "$home/apt/lists";
Dir::State::status "$home/apt/status";
Dir::Cache "$home/apt";
Dir::Cache::archives "$home/apt/archives";
APT::Sandbox::User "";
APT::Install-Recommends "false";
Acquire::Languages "none";
Acquire::Check-Valid-Until "false";
CONFIG
  } >"$home/apt/apt.conf"
  export APT_CONFIG=$home/apt/apt.conf
}

# The server and every library below it, and the C library's symbols, without which valgrind cannot
# work. What maintains a system (perl, debconf ...) is left out, and so is the compiler behind JIT.
wanted_packages() {
  apt-get install --simulate "postgresql-$major" | awk '$1 == "Inst" { print $2 }' |
    grep -E "^(lib.*|zlib1g|postgresql(-client)?-$major)$" | grep -vE '^lib(llvm|perl|.*-perl$)'
  printf '%s\n' "postgresql-server-dev-$major" libc6-dbg
}

download() {
  cd "$home/debs"
  wanted_packages | xargs apt-get -qq download
}

unpack() { find "$home/debs" -name '*.deb' -print0 | xargs -0 -n 1 -I '{}' dpkg-deb -x '{}' "$root"; }

# Points the programs at the libraries that came with them. The path is inherited by every library they
# load, pggit's own module too.
relocate() {
  local libraries interpreter program
  libraries=$(dirname "$(find "$root" -name libpq.so.5 -print -quit)")
  interpreter=$(find "$root" -name "$(basename "$(patchelf --print-interpreter "$pg_config")")" -print -quit)
  # Where a debugger looks first: beside the library.
  mkdir -p "$libraries/.debug"
  ln -s "$root"/usr/lib/debug/.build-id/*/*.debug "$libraries/.debug/"
  while IFS= read -r -d '' program; do
    patchelf --print-interpreter "$program" >/dev/null 2>&1 || continue
    patchelf --set-interpreter "$interpreter" --force-rpath --set-rpath "$libraries" "$program"
  done < <(find "$root/usr/lib/postgresql/$major" -type f -perm -u+x -print0)
}

say "Fetching PostgreSQL $major of Debian $release into $home"
rm -rf "$home"
configure_apt
for step in "apt-get -qq update" download unpack relocate; do
  # In the background, because -e means nothing on the left of ||.
  status=0
  ($step) >"$home/fetch.log" 2>&1 &
  wait $! || status=$?
  if ((status != 0)); then
    cat "$home/fetch.log" >&2
    die "PostgreSQL $major could not be fetched: $step failed"
  fi
done
"$pg_config" --version >"$home/complete"
rm -rf "$home/debs" "$home/apt"
printf '%s\n' "$pg_config"
