#!/usr/bin/env bash
# Hunts for merges that go wrong: for each seed a database of all kinds is made up and two relatives of it, each a branch's; they are
# merged, as they are and with each side favoured. A clean merge must be the same from the other side, and the same as running both
# sides' migrations one after the other, where that can be done.
#
#   scripts/cluster.sh with hunt -- tests/merge/hunt.sh FIRST LAST [FOLDER]
#
# ONE_IN=n says how alike relatives are: a choice in n falls differently (default: 300). STEP=n takes every nth seed. RENAMES=n has
# one side rename n things as well; run one after the other, renames come last.
# One line a seed: "merged", "conflicts", "server" (what the merge found right and the server refused; the strategies are tried
# all the same), "refused" (no plan leads to a side, or to the merge) or "failed". What was said of a seed that failed, or
# that the server refused, stays in FOLDER/SEED (default: ./hunt). The status is 1 when one failed.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/snapshot/judge.sh
. "$PGGIT_ROOT/tests/snapshot/judge.sh"

first=${1:?the first seed} last=${2:?the last seed} folder=${3:-hunt} one_in=${ONE_IN:-300}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd -P)
major=$(psql -XAtc "SELECT current_setting('server_version_num')::integer / 10000")

make_up() { python3 "$PGGIT_ROOT/tests/snapshot/generate.py" "$@"; }
sql() { psql -qXAt -v ON_ERROR_STOP=1 -d "$1" -c "$2" 2>&1; }

# side NAME OPTION...: a database made up with these options.
side() {
  make_up "${@:2}" -o "$1.sql"
  createdb --template=template0 "hunt_merge_$1"
  psql -qX -v ON_ERROR_STOP=1 -o /dev/null -d "hunt_merge_$1" -f "$1.sql" >"$1.said" 2>&1
}

# turn DATABASE SIDE: the live schema becomes that of the side, as a commit. The way there was found before.
turn() {
  psql -qX -v ON_ERROR_STOP=1 -o /dev/null -d "$1" -f "to_$2.sql" 2>&1 || return 1
  sql "$1" "SELECT pggit.commit('$2', allow_empty => true)" >/dev/null
}

# merge DATABASE STRATEGY: what comes of it; prints its outcome. Undone but for the first that merges.
merge() {
  local said status
  said=$(sql "$1" "SET pggit.allow_data_loss = on; SELECT status FROM pggit.merge('theirs', strategy => '$2')")
  status=$(tail -n 1 <<<"$said")
  case $status in
    merged | fast_forward | up_to_date)
      # What is left differs in the order of columns, which no ALTER moves, and in nothing else.
      sql "$1" "SET pggit.allow_data_loss = on; SELECT pggit.reset(hard => true)" >/dev/null
      [[ $(sql "$1" 'SELECT count(*) FROM pggit_v0.fsck()') == 0 ]] || status=broken
      sql "$1" "SET pggit.allow_data_loss = on; SELECT pggit.reset('HEAD~1', hard => true)" >/dev/null
      echo merged
      ;;
    conflicts)
      if [[ $(sql "$1" 'SELECT count(reason) FROM pggit.conflicts') == 0 ]]; then echo conflicts; else
        sql "$1" 'SELECT path, element, reason FROM pggit.conflicts' >&2
        echo server
      fi
      sql "$1" 'SELECT pggit.merge_abort()' >/dev/null
      ;;
    *)
      printf '%s\n' "$said" >&2
      if grep -q 'ERROR:  no \|cannot\|not supported\|no order' <<<"$said" && ! grep -q 'XX000\|did not lead\|please report' <<<"$said"; then
        echo refused
      else
        echo failed
      fi
      ;;
  esac
}

# statements FROM TO: how many lead from one database to another; columns may stand in another order.
statements() { pggit diff --from "$1" --to "$2" --json | python3 -c 'import json, sys; print(sum(map(len, json.load(sys.stdin)["parts"])))'; }

# laws DATABASE: of a clean merge. The branch theirs has no live schema: it is merged without statements.
laws() {
  local database=$1 both=hunt_merge_both order first second status
  status=$(sql "$database" "SELECT status FROM pggit.merge('main', 'theirs')" | tail -n 1)
  if [[ $status != merged && $status != up_to_date && $status != fast_forward ]]; then
    sql "$database" 'SELECT path, element, reason FROM pggit.conflicts' >&2
    echo "what merges into the live schema does not without: $status" >&2
    return 1
  fi
  sql "$database" "SET pggit.allow_data_loss = on; SELECT pggit.merge('theirs~1')" >/dev/null
  if [[ $(sql "$database" "SELECT count(*) FROM pggit.schema_diff('main', 'theirs')") != 0 ]]; then
    sql "$database" "SELECT sql_to_sync FROM pggit.schema_diff('main', 'theirs')" >&2
    echo 'the merge is another from the other side' >&2
    return 1
  fi
  for order in "theirs ours" "ours theirs"; do
    createdb --template=template0 "$both"
    psql -qX -o /dev/null -d "$both" -f base.sql >/dev/null 2>&1
    read -r first second <<<"$order"
    if psql -qX -v ON_ERROR_STOP=1 -o /dev/null -d "$both" -f "to_$first.sql" -f "to_$second.sql" -f renames.sql >/dev/null 2>&1 &&
      [[ $(statements "$both" "$database") != 0 ]]; then
      pggit diff --from "$both" --to "$database" >&2
      echo "the merge is not $order" >&2
      remove "$both" >/dev/null 2>&1
      return 1
    fi
    remove "$both" >/dev/null 2>&1
  done
}

# hunt SEED: in a folder of its own.
hunt() {
  local seed=$1 main=hunt_merge_base outcome other
  if ! { side base "$seed" "$major" && side ours "$seed" "$major" --vary $((seed * 7)) --one-in "$one_in" &&
    side theirs "$seed" "$major" --vary $((seed * 11 + 1)) --one-in "$one_in"; }; then
    echo failed
    return
  fi
  for other in ours theirs; do
    pggit diff --from "$main" --to "hunt_merge_$other" --sql >"to_$other.sql"
    [[ $? -le 1 ]] || { echo refused; return; }
  done
  sql "$main" 'CREATE EXTENSION pggit; SELECT pggit.init()' >/dev/null
  turn "$main" theirs >&2 || { echo refused; return; }
  sql "$main" "SELECT pggit_v0.create_branch('theirs')" >/dev/null
  sql "$main" "SET pggit.allow_data_loss = on; SELECT pggit.reset('HEAD~1', hard => true)" >&2 || { echo refused; return; }
  turn "$main" ours >&2 || { echo refused; return; }
  echo "SET search_path = '';" >renames.sql
  if [[ -n ${RENAMES:-} ]]; then
    "$PGGIT_ROOT/tests/plan/rename_at_random.py" "$main" "$seed" "$RENAMES" >&2
    sql "$main" "SELECT statement || ';' FROM pggit.history WHERE statement ~ ' RENAME ' AND recorded_at >
      (SELECT created_at FROM pggit_v0.objects WHERE sha::text = pggit_v0.rev_parse('HEAD')) ORDER BY recorded_at, position" >>renames.sql
    sql "$main" "SELECT pggit.commit('renamed')" >&2
  fi
  outcome=$(merge "$main" recursive)
  for strategy in ours theirs; do
    other=$(merge "$main" "$strategy")
    [[ $other != failed ]] || outcome=failed
    [[ $other != server || $outcome == failed ]] || outcome=server
  done
  [[ $outcome != merged ]] || laws "$main" || outcome=failed
  echo "$outcome"
}

status=0
for ((seed = first; seed <= last; seed += ${STEP:-1})); do
  rm -rf "${folder:?}/$seed"
  mkdir "$folder/$seed"
  cd "$folder/$seed" || exit 2
  result=$(hunt "$seed" 2>said | tail -n 1)
  [[ $result != failed ]] || status=1
  printf '%s %d\n' "$result" "$seed"
  for name in base ours theirs; do remove "hunt_merge_$name" >/dev/null 2>&1; done
  cd ..
  case $result in failed | server | refused) ;; *) rm -rf "${folder:?}/$seed" ;; esac
done
exit "$status"
