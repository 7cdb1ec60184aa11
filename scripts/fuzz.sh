#!/usr/bin/env bash
# Runs every fuzzer for a while, from the definitions in fuzz/seeds.sql.gz. What was found interesting
# is kept in build/fuzz/corpus and the next run starts from it; a crash stops the run and leaves its
# input beside the log.
#
#   SECONDS_EACH=60 scripts/fuzz.sh
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=scripts/lib/common.sh
. "$here/lib/common.sh"

seconds=${SECONDS_EACH:-60}

# One file a definition.
seeds=$PGGIT_ROOT/build/fuzz/seeds
rm -rf "$seeds"
mkdir -p "$seeds"
gzip -dc "$PGGIT_ROOT/fuzz/seeds.sql.gz" | perl -e '
  my ($folder) = @ARGV;
  my $number = 0;
  local $/;
  for my $definition (split /(?<=;\n)\n(?=-- [A-Z])/, <STDIN>) {
    open my $seed, ">", sprintf("%s/%04d", $folder, $number++) or die "$folder: $!\n";
    print $seed $definition;
  }' "$seeds"

for program in "$PGGIT_ROOT"/build/fuzz/fuzz/*_fuzz; do
  name=$(basename "$program")
  corpus=$PGGIT_ROOT/build/fuzz/corpus/$name
  mkdir -p "$corpus"
  cd "$corpus/.."
  if "$program" -max_total_time="$seconds" -max_len=4096 -timeout=10 -print_final_stats=1 "$corpus" "$seeds" >"$name.log" 2>&1; then
    printf '%s: no findings in %s inputs\n' "$name" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$name.log")"
  else
    tail -n 40 "$name.log" >&2
    die "$name found something; its input is in $corpus/.."
  fi
done
