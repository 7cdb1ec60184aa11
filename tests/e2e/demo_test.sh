#!/usr/bin/env bash
# The demo, told in a cluster of its own: a user's running demo is another one.
set -u
. "$PGGIT_ROOT/tests/support/tap.sh"

demo=demo-test-$$
trap '"$PGGIT_ROOT/scripts/demo.sh" stop "$demo" >/dev/null' EXIT

exits 0 "the story is told to its end" "$PGGIT_ROOT/scripts/demo.sh" start "$demo"
for chapter in "$PGGIT_ROOT"/demo/[0-9][0-9]-*; do
  heading=$(grep -m 1 -vE '^# shellcheck ' "$chapter" | sed 's/^[-#]* //')
  like "$out" "== ${heading//\?/\\?} ==" "it has the chapter \"$heading\""
done
unlike "$out$err" 'ERROR|FATAL' "nothing fails on the way"
unlike "$out" $'\e' "there are no colours in a pipe"

connect=()
eval "connect=($(sed -n 's/^  look around *//p' <<<"$out") -XAqt)"
unset PGHOST PGPORT PGUSER PGDATABASE
is "$("${connect[@]}" -c 'SELECT count(*) FROM customers')" 100 \
  "the printed command connects to the shop"
is "$("${connect[@]}" -c "SELECT count(*) FROM pggit.doctor() WHERE status NOT IN ('ok', 'info')")" 0 \
  "the doctor finds nothing wrong with it"

"${connect[@]}" -c "DELETE FROM order_items; DELETE FROM orders"
exits 0 "telling it twice works" "$PGGIT_ROOT/scripts/demo.sh" start "$demo"
is "$("${connect[@]}" -c 'SELECT count(*) FROM orders')" 0 "... and keeps what was done in between"

exits 0 "it can be stopped" "$PGGIT_ROOT/scripts/demo.sh" stop "$demo"
exits 4 "... and leaves no cluster behind" "$PGGIT_ROOT/scripts/cluster.sh" status "$demo"
exits 0 "stopping what is not there is no error" "$PGGIT_ROOT/scripts/demo.sh" stop "$demo"

done_testing
