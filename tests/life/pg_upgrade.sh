# shellcheck shell=bash
# pg_upgrade, from a server to one of the same kind, keeps the history as it is.
# Sourced by run.sh.

for data in old new; do
  ok "$data: a server's folder can be made" as_server "$server_bin/initdb" --pgdata="$servers/$data" --username=postgres \
    --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync
done

# upgraded COMMAND...: on the servers of this test, whichever runs.
upgraded() { PGHOST=$servers PGPORT=5434 "$@"; }

ok "old: starts" start_server old 5434
upgraded createdb --template=template0 original
ok "old: has a history" upgraded psql -qX -v ON_ERROR_STOP=1 -d original -o /dev/null <<<"$users_sql $history_sql"
before_upgrade=$(upgraded kept original)
stop_server old
# shellcheck disable=SC2016  # for the shell that the server's user runs
ok "pg_upgrade works" as_server sh -c 'cd "$1" && "$2/pg_upgrade" --old-bindir="$2" --new-bindir="$2" --old-datadir=old \
  --new-datadir=new --username=postgres --socketdir="$1"' sh "$servers" "$server_bin"
ok "new: starts" start_server new 5434
is "$(upgraded kept original)" "$before_upgrade" "upgraded: the history is what it was, and nothing was captured twice"
upgraded query original 'CREATE TABLE public.afterwards ()' >/dev/null
is "$(upgraded query original "SELECT count(*) FROM pggit.history WHERE statement LIKE '%afterwards%'")" 1 \
  "upgraded: what runs from now on is captured, once"
is "$(upgraded query original "SELECT length(pggit.commit('after the upgrade'))")" 64 "upgraded: commits go on"
is "$(upgraded query original "SELECT check_name, details FROM pggit.doctor() WHERE status <> 'ok'")" "" \
  "upgraded: doctor() finds nothing"
is "$(upgraded query original 'SELECT count(*) FROM pggit_v0.fsck()')" 0 "upgraded: the store is whole"
stop_server new
