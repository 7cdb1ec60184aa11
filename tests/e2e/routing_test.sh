#!/usr/bin/env bash
# Every way in which a session comes to be on a branch, and programs that connect: prints TAP.
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"

query() { psql -qXAt "${@:2}" -c "$1" 2>&1; }
psql -qX -v ON_ERROR_STOP=1 -o /dev/null <<'SQL'
CREATE EXTENSION pggit;
CREATE TABLE users (id int PRIMARY KEY, name text);
CREATE TABLE big AS SELECT i FROM generate_series(1, 20000) i;
INSERT INTO users VALUES (1, 'main');
CREATE FUNCTION name_of(i int) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS 'SELECT name FROM public.users WHERE id = 1';
SELECT pggit.init();
SELECT pggit.create_branch('x');
SELECT pggit.switch_branch('x');
UPDATE users SET name = 'branch';
SQL
role=regress_pggit_route_$$
psql -qX -c "CREATE ROLE $role LOGIN SUPERUSER"
trap 'psql -qX -c "DROP ROLE $role"' EXIT
name='SELECT name FROM public.users'

is "$(query "SELECT pggit.current_branch(); $name")" $'main\nmain' "a new session is on main"
is "$(query "SET pggit.current_branch = x; $name")" branch "a session that has not used pggit before can be put on a branch by a setting"
is "$(PGOPTIONS='-c pggit.current_branch=x' query "$name")" branch "options of the connection put it there"
is "$(query "$name" "options='-cpggit.current_branch=x' dbname=$PGDATABASE")" branch "... of a connection string too"
query "ALTER ROLE $role SET pggit.current_branch = x" >/dev/null
is "$(PGUSER=$role query "$name; SELECT name FROM users")" $'branch\nbranch' "a role's default does"
is "$(PGUSER=$role query "RESET pggit.current_branch; $name; SET pggit.current_branch = main; $name")" $'branch\nmain' "... and is what RESET goes back to"
query "ALTER ROLE $role RESET pggit.current_branch" >/dev/null
query "ALTER ROLE $role IN DATABASE \"$PGDATABASE\" SET pggit.current_branch = nowhere" >/dev/null
like "$(PGUSER=$role query "$name")" 'branch "nowhere" does not exist' "a default that is no branch is an error at first use"
query "DROP OWNED BY $role; ALTER ROLE $role IN DATABASE \"$PGDATABASE\" RESET ALL" >/dev/null
is "$(psql -qXAt -c 'SET pggit.current_branch = x' -c 'DISCARD ALL' -c "$name")" main "DISCARD ALL goes back"
is "$(psql -qXAt -c 'SET pggit.current_branch = x' -c 'SELECT 1/0' -c "$name" 2>/dev/null)" branch "an error in between leaves it there"

parallel="SET pggit.current_branch = x; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2; SET parallel_leader_participation = off"
like "$(query "$parallel; EXPLAIN (COSTS OFF) SELECT DISTINCT name_of(i) FROM big")" 'Workers Planned: 2' "a plan has workers"
is "$(query "$parallel; SELECT DISTINCT name_of(i) FROM big")" branch "... and they are on the branch"

is "$(PGOPTIONS='-c pggit.current_branch=x' pg_dump --data-only --table=public.users | grep -c $'1\tmain')" 1 "pg_dump sees the database as it is"
is "$(PGOPTIONS='-c pggit.current_branch=x' pg_dump --table=pggit_branch_x.users | grep -c $'1\tbranch')" 1 "... with the branch's schemas"
is "$(PGOPTIONS='-c pggit.current_branch=x' psql -qXAt -c '\dt users')" "pggit_branch_x|users|table|$(query 'SELECT current_user')" "psql lists what is there"
ok "VACUUM of everything runs on a branch" env PGOPTIONS='-c pggit.current_branch=x' psql -qX -c VACUUM
ok "REINDEX of a table too" env PGOPTIONS='-c pggit.current_branch=x' psql -qX -c 'REINDEX TABLE public.users'

# What init() and deinit() do to the database's settings.
# shellcheck disable=SC2016  # $libdir is the server's word
{
preload="SELECT array_to_string(setconfig, ';') FROM pg_db_role_setting JOIN pg_database d ON d.oid = setdatabase WHERE datname = current_database() AND setrole = 0"
is "$(query "$preload")" 'session_preload_libraries=pggit' "init() has sessions load the library"
query 'SELECT pggit.deinit()' >/dev/null
is "$(query "$preload")" "" "deinit() has them no more"
query "ALTER DATABASE \"$PGDATABASE\" SET session_preload_libraries = auto_explain, '\$libdir/passwordcheck'" >/dev/null
query 'SELECT pggit.init()' >/dev/null
is "$(query "$preload")" 'session_preload_libraries=auto_explain, "$libdir/passwordcheck", pggit' "what is there stays"
is "$(query "SET pggit.current_branch = x; $name")" branch "... and goes well with it"
query 'SELECT pggit.deinit()' >/dev/null
is "$(query "$preload")" 'session_preload_libraries=auto_explain, "$libdir/passwordcheck"' "... and stays again"
}
done_testing
