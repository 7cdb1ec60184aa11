#!/usr/bin/env bash
# The checks of `make lint` find what they are there for: each is shown a small checkout that is right,
# and then the same with one thing wrong.
set -u
. "$PGGIT_ROOT/tests/support/tap.sh"
export PYTHONDONTWRITEBYTECODE=1
lint=$PGGIT_ROOT/scripts/lint

# put FILE LINE...: writes a tracked file of the small checkout.
put() {
  mkdir -p "$(dirname "$1")"
  printf '%s\n' "${@:2}" >"$1"
  git add "$1"
}

# A checkout on which every check is content.
new_checkout() {
  rm -rf checkout
  mkdir checkout
  cd checkout || exit
  git init -q
  put src/core/base/text.h '#include <string>'
  put src/core/model/table.h '#include "core/base/text.h"'
  put src/core/diff/diff.h '#include "core/model/table.h"'
  put src/core/plan/plan.h '#include "core/diff/diff.h"' '#include "core/base/text.h"'
  put src/core/plan/plan.cc '#include "core/plan/plan.h"'
  put src/extension/spi.h '#include "core/plan/plan.h"' 'extern "C" {' '#include "postgres.h"' '}'
  put src/extension/spi.cc '#include "extension/spi.h"'
  put src/cli/main.cc '#include <libpq-fe.h>' '#include "core/plan/plan.h"'
  put sql/pggit.sql 'SELECT 1;'
  put sql/CMakeLists.txt 'set(parts pggit.sql)'
  put CMakeLists.txt 'add_subdirectory(sql)'
  put tests/regress/sql/a.sql 'SELECT 1;'
  put tests/regress/expected/a.out 'SELECT 1;'
  put docs/guide.md 'How it works.'
  put README.md 'Read [the guide](docs/guide.md).'
  {
    printf '[{"directory": "%s", "file": "src/core/plan/plan.cc"},' "$PWD"
    printf '{"directory": "%s", "file": "src/extension/spi.cc"},' "$PWD"
    printf '{"directory": "%s", "file": "src/cli/main.cc"}]' "$PWD"
  } >database.json
}

graph() { "$lint/include_graph.py"; }
unused() { "$lint/unused_files.py" --database database.json; }

# wrong CHECK TEXT NAME: the check fails and says TEXT.
wrong() {
  exits 1 "$3" "$1"
  like "$out" "$2" "... and says where"
  cd ..
}

new_checkout
exits 0 "arrows that point the right way are right" graph
exits 0 "files that are used are used" unused
exits 0 "texts without machine paths are fine" "$lint/machine_paths.sh"
cd ..

new_checkout
put src/core/model/table.h '#include "core/diff/diff.h"'
wrong graph 'model must not use diff' "an arrow inside core must not point up"
new_checkout
put src/core/ddl/ddl.h '#include "core/diff/diff.h"'
wrong graph 'ddl must not use diff' "neighbours must not use each other"
new_checkout
put src/core/plan/plan.cc '#include "extension/spi.h"'
wrong graph 'core must not use extension' "core must not use an adapter"
new_checkout
put src/cli/main.cc '#include "extension/spi.h"'
wrong graph 'cli must not use extension' "adapters must not use each other"
new_checkout
put src/core/base/text.h 'extern "C" {' '#include "postgres.h"' '}'
wrong graph 'core must not see the server' "core must not see the server"
new_checkout
put src/core/base/text.h '#include <libpq-fe.h>'
wrong graph 'core must not see libpq' "core must not see libpq"
new_checkout
put src/cli/main.cc '#include "utils/builtins.h"'
wrong graph 'cli must not see the server' "the command must not see the server"
new_checkout
put src/core/plan/plan.cc '#include "plan.h"'
wrong graph 'write "core/plan/plan.h"' "includes are by path from src/"
new_checkout
put src/core/base/text.h '#include "core/base/word.h"'
put src/core/base/word.h '#include "core/base/text.h"'
wrong graph 'include circle' "headers must not include each other"
new_checkout
put src/core/magic/magic.h ''
wrong graph 'does not know this module' "a new module needs a place in the graph"

new_checkout
put src/core/plan/order.cc ''
wrong unused 'src/core/plan/order.cc is not compiled' "a source that is not compiled is found"
new_checkout
put src/core/plan/order.h ''
wrong unused 'src/core/plan/order.h is included by nothing' "a header that nobody includes is found"
new_checkout
put sql/extra.sql 'SELECT 2;'
wrong unused 'sql/extra.sql is named by nothing' "a part that is not joined is found"
new_checkout
put tests/regress/sql/b.sql 'SELECT 2;'
wrong unused 'tests/regress/sql/b.sql has no other half' "a test without expected output is found"
new_checkout
put docs/lost.md 'Nobody links here.'
wrong unused 'docs/lost.md is named by nothing' "a document that nobody links is found"

new_checkout
put docs/guide.md "Look into /home/$(printf 'somebody')/notes."
wrong "$lint/machine_paths.sh" 'docs/guide.md:1' "a folder of somebody's machine is found"

done_testing
