# shellcheck shell=bash
# What a test needs that kills server processes. Source tap.sh first.

# kill_after SECONDS ARG...: psql with these arguments, whose server process is killed after so long; waits until the server
# takes connections again. Fails when the process had ended by itself.
kill_after() {
  local seconds=$1 client pid killed=0
  shift
  psql -qXAt -c "SELECT 'pid ' || pg_backend_pid()" "$@" >killed.out 2>&1 &
  client=$!
  until [[ -e killed.out ]]; do sleep 0.001; done
  until pid=$(sed -n 's/^pid //p' killed.out) && [[ -n $pid ]]; do sleep 0.001; done
  sleep "$seconds"
  kill -9 "$pid" 2>/dev/null || killed=1
  wait "$client" 2>/dev/null
  rm killed.out
  until psql -qXc 'SELECT 1' >/dev/null 2>&1; do sleep 0.02; done
  return "$killed"
}
