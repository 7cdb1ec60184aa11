# shellcheck shell=bash
# The judge of plans: a plan is right when a server that runs it has the target's schema, by our own
# snapshot and by pg_dump, and when the way back is right too. Source tests/support/tap.sh and
# tests/snapshot/judge.sh first.

# run_sql DATABASE FILE
run_sql() { psql -X -q -v ON_ERROR_STOP=1 -d "$1" -f "$2"; }

schema_diff() { pggit diff -q --owners --tablespaces --from "$1" --to "$2" "${@:3}"; }

# dumped DATABASE FILE: pg_dump's statements, with the columns of each table sorted: no ALTER moves a
# column.
dumped() {
  statements "$1" "$2.unsorted" && perl "$PGGIT_ROOT/tests/plan/sort_columns.pl" "$2.unsorted" >"$2"
}

# run_plan DATABASE SCRIPT: an online plan part by part, each of which has to end where it says.
run_plan() {
  if [[ -n ${ONLINE:-} ]]; then
    "$PGGIT_ROOT/tests/plan/run_parts.py" "$2" "$1" --owners --tablespaces
  else
    run_sql "$1" "$2"
  fi
}

# way NAME DATABASE SNAPSHOT STATEMENTS [GOLDEN [REFUSAL [RENAMES]]]: brings the database to the
# snapshot by a plan and compares what it is then. Where there is a file REFUSAL, that is what is said
# instead; where there is a file RENAMES, each of its lines is told. With ONLINE the plan locks little.
way() {
  local name=$1 database=$2 target=$3 want=$4 golden=${5:-} refusal=${6:-} renames=${7:-} script=$2.plan.sql
  local -a told=()
  if [[ -f $renames ]]; then while IFS= read -r line; do told+=(--rename "$line"); done <"$renames"; fi
  schema_diff "dbname=$database" "$target" --sql ${ONLINE:+--online} "${told[@]}" >"$script" 2>plan.err
  local status=$?
  if [[ -f $refusal ]]; then
    if [[ -n ${UPDATE:-} ]]; then cp plan.err "$refusal"; fi
    is "$status" 2 "$name: there is no plan"
    same "$name: ... and it is said why" "$refusal" plan.err
    return 1
  fi
  # What no statement can do without losing data is refused, and said.
  if ((status > 1)) && [[ -n ${MAY_REFUSE:-} ]] && grep -q 'error: cannot make' plan.err; then
    pass "$name: the plan is refused"
    note "$(cat plan.err)"
    return 1
  fi
  if ((status > 1)); then
    fail "$name: a plan is made"
    note "$(cat plan.err)"
    return 1
  fi
  if [[ -n $golden ]]; then
    # Ids of schemas tell nobody anything.
    sed '1d; s/, ends at [0-9a-f]*$//' "$script" >plan.body
    if [[ -n ${UPDATE:-} ]]; then cp plan.body "$golden"; fi
    same "$name: the plan is the one expected" "$golden" plan.body
  fi
  must "$name: the plan runs" run_plan "$database" "$script" || {
    note "$(cat "$script")"
    return 1
  }
  must "$name: nothing differs then" schema_diff "dbname=$database" "$target" --stat || {
    schema_diff "dbname=$database" "$target" | sed 's/^/# /'
    note "$(cat "$script")"
    return 1
  }
  [[ -n $want ]] || return 0
  must "$name: the database is dumped" dumped "$database" "$database.after" || return
  same "$name: pg_dump agrees" "$want" "$database.after"
}

# there_and_back NAME OLD NEW [FOLDER]: both are databases. A case's folder has the plan expected, or
# refused.txt, and back.txt where the way back
# is refused; renames.txt and renames_back.txt tell what has another name. With BY_SNAPSHOT, pg_dump is not asked.
there_and_back() {
  local name=$1 old=$2 new=$3 folder=${4:-}
  must "$name: a snapshot of the old database is taken" pggit snapshot -d "$old" --owners --tablespaces -o "$old.snapshot.sql" || return
  must "$name: a snapshot of the new database is taken" pggit snapshot -d "$new" --owners --tablespaces -o "$new.snapshot.sql" || return
  local old_statements='' new_statements=''
  if [[ -z ${BY_SNAPSHOT:-} ]]; then
    old_statements=$old.statements new_statements=$new.statements
    must "$name: the old database is dumped" dumped "$old" "$old_statements" || return
    must "$name: the new database is dumped" dumped "$new" "$new_statements" || return
  fi
  local golden=${folder:+$folder/plan.sql}
  if [[ -n ${ONLINE:-} && -n $folder ]]; then
    # Of a plan made online only some cases have the script.
    golden=$folder/online.sql
    [[ -f $golden ]] || golden=
  fi
  way "$name" "$old" "$new.snapshot.sql" "$new_statements" "$golden" \
    "${folder:+$folder/refused.txt}" "${folder:+$folder/renames.txt}" || return
  way "$name, and back" "$old" "$old.snapshot.sql" "$old_statements" "" "${folder:+$folder/back.txt}" \
    "${folder:+$folder/renames_back.txt}"
}
