#!/usr/bin/env bash
# Judges what PostgreSQL's own regression suite leaves behind, whole; prints TAP.
#
#   scripts/cluster.sh with regression -- tests/snapshot/regression.sh [--save]
#
# Not part of `make test`: it fetches the server's source (apt-get source; or PGGIT_SERVER_SOURCE
# names its tar file), builds the suite's library and runs the suite, which takes minutes. --save
# then rewrites tests/data/regression.sql.gz, which `make test` judges: the same database without
# the functions written in C, whose library no server has, and what depends on them.
set -euo pipefail
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/snapshot/judge.sh
. "$PGGIT_ROOT/tests/snapshot/judge.sh"

work=$(mktemp -d /tmp/pggit-regression-XXXXXX)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"
# shellcheck source=tests/support/server_suite.sh
. "$PGGIT_ROOT/tests/support/server_suite.sh"
make_server_suite

# Where the output of another minor release differs here, what the suite leaves behind serves as well.
run_server_suite --dbname=regression >suite.log 2>&1 || note "$(grep FAILED suite.log)"

# From here on checks go on after a failed one.
set +e
is "$(psql -XAtc 'SELECT count(*) > 1000 FROM pg_class' regression)" t "the suite has run"

# The suite grants columns of the system's catalogs to their owner, once for each run of it and in no
# order of its own; what a snapshot makes of such grants is judged by kinds/system_privileges.sql.
take_back_system_grants() {
  psql -X -q -d regression -v ON_ERROR_STOP=1 <<'SQL'
DO $$
DECLARE
    privilege record;
BEGIN
    FOR privilege IN
        SELECT a.attrelid::pg_catalog.regclass AS catalog, a.attname
        FROM pg_catalog.pg_attribute a
        LEFT JOIN pg_catalog.pg_init_privs i
          ON i.objoid = a.attrelid AND i.classoid = 1259 AND i.objsubid = a.attnum
        WHERE a.attrelid < 16384 AND a.attacl IS NOT NULL AND i.objoid IS NULL
    LOOP
        EXECUTE pg_catalog.format('REVOKE ALL (%I) ON %s FROM CURRENT_USER',
                                  privilege.attname, privilege.catalog);
    END LOOP;
END
$$;
SQL
}

# What judge_file loads: roles, then the database without its functions in C.
save() {
  psql -X -q -d regression -v ON_ERROR_STOP=1 <<'SQL'
SET client_min_messages = warning;
DO $$
DECLARE
    routine regprocedure;
BEGIN
    LOOP
        SELECT oid INTO routine FROM pg_catalog.pg_proc WHERE probin IS NOT NULL AND oid >= 16384
        ORDER BY oid LIMIT 1;
        EXIT WHEN NOT FOUND;
        EXECUTE 'DROP ROUTINE ' || routine::text || ' CASCADE';
    END LOOP;
END
$$;
-- Since 16 a column is generated in a child only where it is in the parent.
DROP TABLE gtest_normal_child, gtest_normal_child2;
SQL
  local roles
  roles=$(psql -XAt -d regression -c \
    "SELECT array_agg(rolname ORDER BY rolname) FROM pg_roles WHERE rolname LIKE 'regress%'")
  {
    sed "s/^    roles text.*/    roles text[] := '$roles';/" \
      "$PGGIT_ROOT/tests/snapshot/regression_head.sql"
    pg_dump --schema-only regression | grep -vE '^\\(un)?restrict '
  } | gzip -9n >"$PGGIT_ROOT/tests/data/regression.sql.gz"
}

ok "what is not the database's own is taken back" take_back_system_grants
judge regression regression
if [[ ${1:-} == --save ]]; then
  ok "the database without functions in C is kept as test data" save
fi
done_testing
