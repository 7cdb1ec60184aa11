#!/usr/bin/env bash
# What a branch costs its sessions: the same statements on main and on a branch with the same rows,
# named with their schema, as a client sends them and prepared; then a switch, and what the first
# query after it takes where there are many tables.
#
#   bench/routing.sh [TABLES]      default: 1000
#
# The time is the server process's own CPU, in nanoseconds as its scheduler counts it, for ROUNDS (9)
# sessions on each that run STATEMENTS (3000) statements of each sort in turn; shown are medians a
# statement, and the branch's ratio to main. The library is loaded in both.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=${here%/*}
tables=${1:-1000} rounds=${ROUNDS:-9} statements=${STATEMENTS:-3000}
cluster() { "$root/scripts/cluster.sh" "$@"; }
name=bench-routing-$$
scratch=$(mktemp -d)
trap 'cluster remove "$name"; rm -rf "$scratch"' EXIT
eval "$(cluster start "$name" && cluster env "$name")"
createdb --template=template0 bench
export PGDATABASE=bench
psql -qX -c 'ALTER SYSTEM SET autovacuum = off' -c "ALTER SYSTEM SET max_locks_per_transaction = 1000" >/dev/null
cluster stop "$name"
cluster start "$name"
psql -qX -v ON_ERROR_STOP=1 -v tables="$tables" -o /dev/null <<'SQL'
SET client_min_messages = warning;
CREATE EXTENSION pggit;
CREATE TABLE users (id int PRIMARY KEY, name text, n int);
CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users, amount int);
INSERT INTO users SELECT i, 'user ' || i, 0 FROM generate_series(1, 10000) i;
INSERT INTO orders SELECT i, 1 + i % 10000, i FROM generate_series(1, 50000) i;
CREATE INDEX ON orders (user_id);
SELECT format('CREATE TABLE other_%s (id int)', i) FROM generate_series(1, :tables) i \gexec
SELECT pggit.init();
SELECT pggit.create_branch('x');
VACUUM ANALYZE;
SQL

sorts=(point range joined aggregate insert update)
statement() {
  case $1 in
    point) echo "SELECT name FROM public.users WHERE id = $2" ;;
    range) echo "SELECT count(name) FROM public.users WHERE id BETWEEN $2 AND $2 + 100" ;;
    joined) echo "SELECT u.name, o.amount FROM public.users u JOIN public.orders o ON o.user_id = u.id WHERE u.id = $2" ;;
    aggregate) echo "SELECT user_id, sum(amount) FROM public.orders WHERE user_id < $2 % 100 GROUP BY user_id" ;;
    insert) echo "INSERT INTO public.orders VALUES (100000 + $2, 1, 1)" ;;
    update) echo "UPDATE public.users SET n = n + 1 WHERE id = $2" ;;
  esac
}
spent="SELECT split_part(pg_read_file('/proc/self/schedstat'), ' ', 1) AS spent \\gset"
# script MODE: one session's, CPU nanoseconds a statement of each sort, one line each.
script() {
  local sort i
  for sort in "${sorts[@]}"; do
    [[ $1 == simple ]] || echo "PREPARE $sort (int) AS $(statement "$sort" "\$1");"
    echo 'BEGIN;'
    [[ $1 == simple ]] || for ((i = 1; i <= 6; ++i)); do echo "EXECUTE $sort(-$i) \\g /dev/null"; done
    printf '%s before_\n\\o /dev/null\n' "$spent"
    for ((i = 1; i <= statements; ++i)); do
      if [[ $1 == simple ]]; then echo "$(statement "$sort" "$i");"; else echo "EXECUTE $sort($i);"; fi
    done
    printf '\\o\n%s after_\nROLLBACK;\nSELECT (:after_spent - :before_spent) / %d;\n' "$spent" "$statements"
  done
}
median() { sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }

printf '%-10s %-10s %10s %10s %7s\n' mode sort main branch ratio
for mode in simple prepared; do
  script "$mode" >"$scratch/script"
  for ((round = 1; round <= rounds; ++round)); do
    for branch in main x; do
      PGOPTIONS="-c pggit.current_branch=$branch" psql -qXAt -f "$scratch/script" >"$scratch/$mode.$branch.$round"
    done
  done
  for i in "${!sorts[@]}"; do
    for branch in main x; do
      eval "$branch=\$(sed -n '$((i + 1))p' \"\$scratch\"/$mode.$branch.* --separate | median)"
    done
    # shellcheck disable=SC2154  # set above
    awk -v m="$main" -v x="$x" -v mode="$mode" -v s="${sorts[i]}" \
      'BEGIN { printf "%-10s %-10s %10d %10d %7.3f\n", mode, s, m, x, x / m }'
  done
done

# A switch and back, and the first query after it; nothing else is in the session's caches.
for ((round = 1; round <= rounds; ++round)); do
  {
    echo 'SELECT 1;'
    printf "%s a_\nSET pggit.current_branch = x;\n%s b_\nSELECT name FROM public.users WHERE id = 1 \\\\g /dev/null\n%s c_\n" "$spent" "$spent" "$spent"
    printf "SET pggit.current_branch = main;\nSELECT name FROM public.users WHERE id = 1 \\\\g /dev/null\n"
    printf "%s d_\nSET pggit.current_branch = x;\n%s e_\nSELECT name FROM public.users WHERE id = 1 \\\\g /dev/null\n%s f_\n" "$spent" "$spent" "$spent"
    echo "SELECT :b_spent - :a_spent, :c_spent - :b_spent, :e_spent - :d_spent, :f_spent - :e_spent;"
  } | psql -qXAt -F ' ' | tail -n 1
done >"$scratch/switch"
i=0
for what in 'first switch of a session' 'first query of a session on a branch' 'another switch' 'first query after it'; do
  i=$((i + 1))
  printf '%-40s %8d us, %s tables\n' "$what" "$(($(cut -d ' ' -f $i "$scratch/switch" | median) / 1000))" "$tables"
done
