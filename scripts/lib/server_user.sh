# shellcheck shell=bash
# Who a private server runs as, and where its files can live. Source common.sh first.
#
# PostgreSQL refuses to run as root. Root therefore starts its servers as `postgres` (or `nobody`),
# and when that user cannot reach the checkout, everything a server needs goes under /var/tmp.

server_user() {
  local user
  if [[ $(id -u) -ne 0 ]]; then
    id -un
    return
  fi
  for user in postgres nobody; do
    if id -u "$user" >/dev/null 2>&1; then
      printf '%s\n' "$user"
      return
    fi
  done
  die "servers refuse to run as root, and there is neither a user postgres nor nobody"
}

# as_server command...: runs the command as the server's user, in a directory it can read.
as_server() {
  if [[ $(id -u) -ne 0 ]]; then
    (cd / && "$@")
  else
    local user
    user=$(server_user)
    (cd / && exec setpriv --reuid="$user" --regid="$(id -g "$user")" --init-groups -- \
      env HOME=/ USER="$user" LOGNAME="$user" "$@")
  fi
}

# A directory that only the server's user (and root) may enter.
make_server_dir() {
  mkdir -p "$1"
  chmod 700 "$1"
  [[ $(id -u) -ne 0 ]] || chown "$(server_user)": "$1"
}

fallback_dir() {
  printf '/var/tmp/pggit-%s\n' "$(printf '%s' "$PGGIT_BUILD" | sha256sum | cut -c1-16)"
}

# Where servers and clusters of this build live: the build folder, or a folder under /var/tmp named
# after it. The choice is kept in the build folder, and made again when that folder has moved.
state_dir() {
  local note=$PGGIT_BUILD/server-files dir=''
  mkdir -p "$PGGIT_BUILD"
  [[ ! -f $note ]] || dir=$(<"$note")
  if [[ -n $dir && -O $dir && ($dir == "$PGGIT_BUILD" || $dir == "$(fallback_dir)") ]] &&
    as_server test -x "$dir"; then
    printf '%s\n' "$dir"
    return
  fi
  dir=$PGGIT_BUILD
  if [[ ! -O $dir ]]; then
    die "$dir belongs to somebody else; set PGGIT_BUILD to a folder of your own"
  elif ! as_server test -x "$dir"; then
    dir=$(fallback_dir)
    [[ -d $dir ]] || mkdir -m 755 "$dir"
    [[ -O $dir && ! -L $dir ]] || die "$dir belongs to somebody else"
    say "The user $(server_user) cannot reach $PGGIT_BUILD: server files go to $dir"
  fi
  printf '%s\n' "$dir" >"$note"
  printf '%s\n' "$dir"
}
