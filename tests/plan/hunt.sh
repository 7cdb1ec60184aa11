#!/usr/bin/env bash
# Hunts for plans that fail: for each seed two related databases of all kinds are made up, and the
# ways between them are judged as in the suite, there and back.
#
#   scripts/cluster.sh with hunt -- tests/plan/hunt.sh FIRST LAST [FOLDER]
#
# One line a seed: "ok", "refused" (the plan says that it cannot, and why) or "failed". What a seed
# that did not pass was made of, and what was said, stays in FOLDER/SEED (default: ./hunt). The
# status is 1 when one failed. STEP=n takes every nth seed, so that several hunts share a range. ONLINE=1
# hunts for plans made with --online.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/snapshot/judge.sh
. "$PGGIT_ROOT/tests/snapshot/judge.sh"
# shellcheck source=tests/plan/judge.sh
. "$PGGIT_ROOT/tests/plan/judge.sh"

first=${1:?the first seed} last=${2:?the last seed} folder=${3:-hunt}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd -P)
major=$(psql -XAtc "SELECT current_setting('server_version_num')::integer / 10000")

# shellcheck disable=SC2317  # called through ok
make_up() { python3 "$PGGIT_ROOT/tests/snapshot/generate.py" "$1" "$major" "${@:2}"; }

# hunt SEED: in a folder of its own; prints TAP.
hunt() {
  local seed=$1 old=hunt_old_$1 new=hunt_new_$1
  ok "one is made up" make_up "$seed" -o one.sql
  ok "the other is made up" make_up "$seed" --vary $((seed * 7)) -o other.sql
  createdb --template=template0 "$old"
  createdb --template=template0 "$new"
  if must "the old side loads" run_sql "$old" one.sql && must "the new side loads" run_sql "$new" other.sql; then
    MAY_REFUSE=1 there_and_back "seed $seed" "$old" "$new"
  fi
  remove "$old"
  remove "$new"
}

status=0
for ((seed = first; seed <= last; seed += ${STEP:-1})); do
  rm -rf "${folder:?}/$seed"
  mkdir "$folder/$seed"
  cd "$folder/$seed" || exit 2
  (hunt "$seed") >said 2>&1
  if grep -q '^not ok' said; then
    result=failed status=1
  elif grep -q 'the plan is refused$' said; then
    result=refused
  else
    result=ok
  fi
  printf '%s %d\n' "$result" "$seed"
  cd ..
  if [[ $result == ok ]]; then rm -rf "${folder:?}/$seed"; fi
done
exit "$status"
