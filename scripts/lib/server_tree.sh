# shellcheck shell=bash
# A private copy of a PostgreSQL installation with pggit in it. Source server_user.sh first.
#
# PostgreSQL finds its libraries and shared files relative to the real path of its executable. So the
# executables are copied (they are small), everything else is linked, and our files are put beside the
# links: the installation of the host is read and never written.

# The tree's root. The three directories keep their relative places below it.
server_tree() { printf '%s/server\n' "$(state_dir)"; }

# The longest directory that holds all of the given paths.
common_parent() {
  local parent=$1 path
  for path in "$@"; do
    while [[ $path/ != "$parent"/* ]]; do parent=${parent%/*}; done
  done
  printf '%s\n' "$parent"
}

# Sets tree_bin, tree_lib and tree_share, and the pg_* directories they mirror.
locate_tree() {
  local config parent
  config=$(pg_config_path)
  pg_bin=$("$config" --bindir)
  pg_lib=$("$config" --pkglibdir)
  pg_share=$("$config" --sharedir)
  [[ -x $pg_bin/postgres ]] || die "no server in $pg_bin; install PostgreSQL's server or set PG_CONFIG"
  parent=$(common_parent "$pg_bin" "$pg_lib" "$pg_share")
  tree=$(server_tree)
  tree_bin=$tree${pg_bin#"$parent"}
  tree_lib=$tree${pg_lib#"$parent"}
  tree_share=$tree${pg_share#"$parent"}
}

# link_all FROM TO: links every entry of FROM into TO; copies when the server's user cannot read FROM.
link_all() {
  mkdir -p "$2"
  if as_server test -r "$1"; then
    find "$1" -mindepth 1 -maxdepth 1 -exec ln -sfn -t "$2" {} +
  else
    cp -a "$1/." "$2/"
  fi
}

# Makes the tree, unless it already mirrors exactly this PostgreSQL.
make_tree() {
  local mark want
  mark=$tree/mirrors
  want="$("$(pg_config_path)" --version) $pg_bin $(stat -Lc '%Y %s' "$pg_bin/postgres")"
  if [[ -f $mark && $(<"$mark") == "$want" && -f $tree_bin/$mirrors_note ]]; then return; fi
  rm -rf "$tree"
  mkdir -p "$tree_bin"
  cp -L "$pg_bin"/* "$tree_bin/"
  link_all "$pg_lib" "$tree_lib"
  link_all "$pg_share" "$tree_share"
  rm -rf "$tree_share/extension"
  link_all "$pg_share/extension" "$tree_share/extension"
  pg_config_path >"$tree_bin/$mirrors_note"
  printf '%s\n' "$want" >"$mark"
}

# put FROM TO: replaces TO in one step, so that a running server never sees half a file.
put() {
  cp "$1" "$2.new"
  mv -f "$2.new" "$2"
}

# Installs what `make install` would install, through a staging folder, into the tree.
install_pggit() {
  local stage=$PGGIT_BUILD/stage file
  [[ -f $PGGIT_BUILD/cmake_install.cmake ]] || return 0
  # In place, for programs of an earlier installation may be at work; what has no successor goes.
  DESTDIR=$stage cmake --install "$PGGIT_BUILD" >"$PGGIT_BUILD/stage.log" 2>&1 || {
    cat "$PGGIT_BUILD/stage.log" >&2
    die "the build in $PGGIT_BUILD cannot be installed; run make"
  }
  find "$stage" -type f -printf '/%P\n' | LC_ALL=C sort |
    LC_ALL=C comm -23 - <(LC_ALL=C sort "$PGGIT_BUILD/install_manifest.txt") | (cd "$stage" && sed 's,^,.,' | xargs -rd '\n' rm -f)
  [[ -f $stage$pg_lib/pggit.so ]] ||
    die "the build in $PGGIT_BUILD is for another PostgreSQL; run: make PG_CONFIG=$(pg_config_path)"
  # A file of an earlier build must not outlive it: whatever looks like ours goes first.
  for file in "$tree_share"/extension/pggit*; do
    [[ -e $stage$pg_share/extension/${file##*/} ]] || rm -f "$file"
  done
  for file in "$stage$pg_lib"/*.so; do
    [[ ! -e $file ]] || put "$file" "$tree_lib/${file##*/}"
  done
  for file in "$stage$pg_share"/extension/*; do
    [[ ! -e $file ]] || put "$file" "$tree_share/extension/${file##*/}"
  done
}

# Makes the tree and installs pggit, one process at a time.
install_tree() {
  locate_tree
  mkdir -p "$PGGIT_BUILD"
  exec 9>"$PGGIT_BUILD/server.lock"
  flock 9
  make_tree
  install_pggit
  exec 9>&-
}
