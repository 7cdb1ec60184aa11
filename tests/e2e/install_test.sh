#!/usr/bin/env bash
# What `make install` puts where, seen through DESTDIR.
set -u
. "$PGGIT_ROOT/tests/support/tap.sh"

exits 0 "installing into a staging folder works" \
  make -C "$PGGIT_ROOT" install "DESTDIR=$PWD/stage" "PGGIT_BUILD=$PGGIT_BUILD" "PG_CONFIG=$PG_CONFIG"
extension=$PWD/stage$("$PG_CONFIG" --sharedir)/extension
ok "the library goes where the server looks for it" test -f "$PWD/stage$("$PG_CONFIG" --pkglibdir)/pggit.so"
ok "the control file goes beside the other extensions" test -f "$extension/pggit.control"
version=$(sed -n "s/^default_version = '\(.*\)'/\1/p" "$extension/pggit.control")
ok "so does the script of the default version" test -f "$extension/pggit--$version.sql"
prefix=$PWD/stage$(sed -n 's/^CMAKE_INSTALL_PREFIX:PATH=//p' "$PGGIT_BUILD/CMakeCache.txt")
command=$prefix/bin/pggit
is "$("$command" version)" "pggit $version" "the command runs from where it was put"
for file in man/man1/pggit.1 bash-completion/completions/pggit zsh/site-functions/_pggit \
  fish/vendor_completions.d/pggit.fish; do
  ok "share/$file is there" test -s "$prefix/share/$file"
done

# Unique symbols (u) are the C++ library's own constants, which its templates bring along.
exported=$(nm --dynamic --defined-only "$PWD/stage$("$PG_CONFIG" --pkglibdir)/pggit.so" |
  awk '$2 != "u" { print $3 }')
is "$(grep -vE '^(Pg_magic_func|_PG_init|_PG_fini|pg_finfo_pggit_.*|pggit_.*)$' <<<"$exported")" "" \
  "the library exports entry points and nothing else"

done_testing
