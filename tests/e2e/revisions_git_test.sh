#!/usr/bin/env bash
# Objects, revisions, merge bases and lists of commits are what git makes of the same history.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
support=$PGGIT_ROOT/tests/support
export GIT_CONFIG_NOSYSTEM=1 GIT_DIR=$PWD/repo

ask() { psql -qXAt -v ON_ERROR_STOP=0 -f "$1" 2>/dev/null; }

psql -qX -c 'CREATE EXTENSION pggit'
for seed in 1 2; do
  note "seed $seed"
  rm -rf repo
  git init -q --bare --object-format=sha256 --initial-branch=main repo
  psql -qX -v ON_ERROR_STOP=1 -c 'DROP EXTENSION pggit CASCADE' -c 'CREATE EXTENSION pggit' \
    -c "INSERT INTO pggit_v0.repository (layout, format_version, server_major, initialised_by) VALUES ('in_place', 1, 15, 'test')"
  python3 "$support/random_history.py" "$seed" 120
  python3 "$support/to_git.py" repo <objects
  while read -r sha name; do git update-ref "$name" "$sha"; done <refs
  ok "git finds nothing wrong with the history of the test" git fsck --strict --no-dangling

  is "$(ask store.sql | grep . | sort -u)" t "every object has git's id"

  # Each revision, by both.
  while read -r revision; do
    git rev-parse --verify --quiet --end-of-options "$revision" 2>/dev/null || echo none
  done <revisions >revisions.git
  sed "s/.*/SELECT coalesce((SELECT pggit_v0.rev_parse('&')), 'null') \\\\g\n\\\\if :ERROR\n\\\\echo none\n\\\\endif/" revisions >revisions.sql
  ask revisions.sql >revisions.ours
  isnt "$(grep -c none revisions.git)" 0 "some revisions name nothing"
  is "$(paste revisions revisions.git revisions.ours | awk '$2 != $3')" "" \
    "$(wc -l <revisions) revisions name what git says"

  # Merge bases.
  while read -r a b; do git merge-base --all "$a" "$b" | sort | paste -sd, ; done <pairs >pairs.git
  sed -E "s/(.*) (.*)/SELECT array_to_string(ARRAY(SELECT unnest(pggit_v0.merge_bases('\1', '\2')) ORDER BY 1), ',');/" \
    pairs >pairs.sql
  ask pairs.sql >pairs.ours
  is "$(diff pairs.git pairs.ours)" "" "$(wc -l <pairs) pairs of commits have git's merge bases"
  like "$(cat pairs.git)" , "... some of them several"

  # Lists, in three orders.
  for order in time: date:--date-order topo:--topo-order; do
    while read -r range; do git rev-list ${order#*:} "$range" | paste -sd,; done <ranges >ranges.git
    sed "s/.*/SELECT string_agg(c, ',') FROM pggit_v0.rev_list('&', p_order => '${order%%:*}') c;/" ranges >ranges.sql
    ask ranges.sql >ranges.ours
    is "$(diff ranges.git ranges.ours)" "" "$(wc -l <ranges) ranges have git's commits in the order ${order%%:*}"
  done

  # The half of each range, and the way to the commit that broke something.
  while read -r bad good; do
    git rev-list --bisect-vars "$good..$bad" | sed -n "s/^bisect_\\(rev\\|all\\|steps\\)='*\\([^']*\\)'*$/\\2/p" | paste -sd' '
  done <pairs | sed 's/^ 0 0$//' >halves.git
  sed -E "s/(.*) (.*)/SELECT coalesce((SELECT concat_ws(' ', commit_sha, total, steps) FROM pggit_v0.rev_list_bisect('\2..\1')), '');/" \
    pairs >halves.sql
  ask halves.sql >halves.ours
  is "$(diff halves.git halves.ours)" "" "$(wc -l <halves.ours) ranges have git's half"
  psql -qX -v ON_ERROR_STOP=1 <<'SQL'
CREATE FUNCTION search(bad text, good text, culprit text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  step record;
BEGIN
  SELECT * INTO step FROM pggit.bisect_start(bad, ARRAY[good]);
  WHILE step.status IN ('testing', 'merge_base') LOOP
    IF pggit_v0.is_ancestor(culprit, step.commit_sha) THEN
      RETURN NEXT 'bad ' || step.commit_sha;
      SELECT * INTO step FROM pggit.bisect_bad();
    ELSE
      RETURN NEXT 'good ' || step.commit_sha;
      SELECT * INTO step FROM pggit.bisect_good();
    END IF;
  END LOOP;
  RETURN NEXT step.status || ' ' || step.commit_sha;
END
$$;
SQL
  while read -r bad good; do
    culprit=$(git rev-list "$good..$bad" | sed 1d | awk 'NR % 3 == 1' | head -n 3 | tail -n 1)
    [[ -z $culprit ]] || printf '%s %s %s\n' "$bad" "$good" "$culprit"
  done <pairs | head -n 15 >culprits
  while read -r bad good culprit; do
    # By hand: "git bisect run" ends at the second of several merge bases.
    said=$(git bisect start --no-checkout "$bad" "$good" 2>&1)
    until [[ $said == *'is the first bad commit'* ]]; do
      head=$(git rev-parse BISECT_HEAD)
      term=good
      ! git merge-base --is-ancestor "$culprit" "$head" || term=bad
      printf '%s %s\n' "$term" "$head"
      said=$(git bisect "$term" "$head" 2>&1) || break
    done
    printf 'found %s\n' "$(git rev-parse refs/bisect/bad)"
    git bisect reset >/dev/null 2>&1
  done <culprits >searches.git
  sed -E "s/(.*) (.*) (.*)/SELECT search('\1', '\2', '\3');/" culprits >searches.sql
  ask searches.sql >searches.ours
  like "$(wc -l <searches.git)" '[1-9][0-9]' "searches for $(wc -l <culprits) commits that broke something"
  is "$(diff searches.git searches.ours)" "" "... take git's steps to git's end"
  psql -qX -c 'DROP FUNCTION search' -o /dev/null -c 'SELECT pggit.bisect_reset()'

  # And back: what is in the store is a repository that git accepts.
  git init -q --bare --object-format=sha256 --initial-branch=main "back$seed"
  psql -qXAt -c "SELECT sha, type, encode(content, 'hex') FROM pggit_v0.objects" | python3 "$support/to_git.py" "back$seed"
  psql -qXAt -F ' ' -c 'SELECT name, target_sha FROM pggit_v0.refs' | while read -r name sha; do
    GIT_DIR=$PWD/back$seed git update-ref "$name" "$sha"
  done
  is "$(GIT_DIR=$PWD/back$seed git fsck --strict --full --no-dangling 2>&1)" "" "the store as a repository passes git fsck --strict"
  is "$(GIT_DIR=$PWD/back$seed git log --all --format='%H %an %at %s')" "$(git log --all --format='%H %an %at %s')" "... and has git's log"
  is "$(psql -qXAt -c 'SELECT * FROM pggit_v0.fsck()')" "" "pggit_v0.fsck() finds nothing"
done
done_testing
