# shellcheck shell=bash
# A streaming standby answers what reads, and goes on with the same history when it is promoted.
# Sourced by run.sh, with a database "original" on the primary.

ok "a standby can be made" as_server "$server_bin/pg_basebackup" --host="$PGHOST" --port="$PGPORT" --username=postgres \
  --pgdata="$servers/standby" --checkpoint=fast --write-recovery-conf
ok "... and started" start_server standby 5433

# there COMMAND...: on the standby.
there() { PGHOST=$servers PGPORT=5433 "$@"; }

query original "CREATE TABLE public.streamed (i int); COMMENT ON TABLE public.streamed IS 'on its way'" >/dev/null
target=$(query original 'SELECT pg_current_wal_insert_lsn()')
for _ in $(seq 300); do
  [[ $(there query original "SELECT pg_last_wal_replay_lsn() >= '$target'") != t ]] || break
  sleep 0.1
done
is "$(there kept original)" "$(kept original)" "standby: what is kept is the same, what is not committed too"
for verb in 'status --short' 'log --oneline' 'show HEAD' 'diff HEAD~1 HEAD' 'diff' 'blame users' 'snapshot'; do
  # shellcheck disable=SC2086  # a verb and its arguments
  is "$(there pggit -d original $verb 2>&1)" "$(pggit -d original $verb 2>&1)" "standby: pggit $verb answers as on the primary"
done
like "$(there query original "SELECT pggit.commit('no')")" 'cannot execute .* in a read-only transaction' "standby: nothing is written"
like "$(there query original 'CREATE TABLE public.no ()')" 'cannot execute CREATE TABLE in a read-only transaction' \
  "standby: DDL is refused by the server itself"

before_promotion=$(kept original)
ok "the standby is promoted" as_server "$server_bin/pg_ctl" promote --silent --wait --pgdata="$servers/standby"
is "$(there kept original)" "$before_promotion" "promoted: the history is the primary's"
there query original 'CREATE TABLE public.promoted (i int)' >/dev/null
is "$(there query original "SELECT count(*) FROM pggit.history WHERE statement LIKE '%promoted%'")" 1 \
  "promoted: what runs from now on is captured, once"
is "$(there query original "SELECT length(pggit.commit('after the promotion'))")" 64 "promoted: commits go on"
is "$(there query original 'SELECT count(*) FROM pggit_v0.fsck()')" 0 "promoted: the store is whole"
stop_server standby
query original 'DROP TABLE public.streamed' >/dev/null
