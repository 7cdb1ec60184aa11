#!/usr/bin/env bash
# Writes fuzz/seeds.sql.gz, what the fuzzers start from: each definition of up to 3,000 bytes of the
# databases that the suite `snapshot` judges, once.
#
#   scripts/cluster.sh with seeds -- fuzz/seeds.sh
set -euo pipefail
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
gzip -dc "$PGGIT_ROOT/tests/data/regression.sql.gz" >"$scratch/regression.sql"

number=0
for file in "$PGGIT_ROOT"/tests/snapshot/kinds/*.sql "$PGGIT_ROOT/demo/10-shop.sql" "$scratch/regression.sql"; do
  number=$((number + 1))
  createdb --template=template0 "seeds_$number"
  psql -X -q -v ON_ERROR_STOP=1 -d "seeds_$number" -f "$file" >/dev/null
  pggit -q snapshot --from "dbname=seeds_$number" -o "$scratch/$number"
done

find "$scratch" -path "$scratch/*/*.sql" -size -3000c -print0 | LC_ALL=C sort -z |
  perl -0 -e 'while (defined(my $file = <STDIN>)) {
      chomp $file;
      open my $source, "<", $file or die "$file: $!\n";
      local $/;
      my $definition = <$source>;
      print $started++ ? "\n" : "", $definition unless $seen{$definition}++;
    }' | gzip -9n >"$PGGIT_ROOT/fuzz/seeds.sql.gz"
