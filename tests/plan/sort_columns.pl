#!/usr/bin/env perl
# Sorts what stands in the parentheses of each CREATE TABLE of statements.pl's output, a statement a
# line, and the columns of statistics: two tables with the same columns in another order then read
# alike. So do views that need each other.
use strict;
use warnings;

# The places of the commas that separate columns.
sub parts {
  my ($text) = @_;
  my ($depth, $begin, @parts) = (0, 0);
  while ($text =~ /"(?:[^"]|"")*"|'(?:[^']|'')*'|[(),]/g) {
    my $token = $&;
    $depth++ if $token eq '(';
    $depth-- if $token eq ')';
    if ($token eq ',' && $depth == 0) {
      push @parts, substr($text, $begin, pos($text) - 1 - $begin);
      $begin = pos $text;
    }
  }
  return (@parts, substr($text, $begin));
}

my @lines;
while (my $line = <>) {
  chomp $line;
  if ($line =~ /^CREATE (?:UNLOGGED |FOREIGN )?TABLE (?:"(?:[^"]|"")*"|[^\s".]+)\.(?:"(?:[^"]|"")*"|[^\s"]+) *\(/) {
    my $head = $&;
    my $rest = substr($line, length $head);
    my ($depth, $end) = (1, 0);
    while ($rest =~ /"(?:[^"]|"")*"|'(?:[^']|'')*'|[()]/g) {
      $depth++ if $& eq '(';
      $depth-- if $& eq ')';
      if ($depth == 0) { $end = pos($rest) - 1; last }
    }
    my @columns = map { s/^\s+|\s+$//gr } parts(substr($rest, 0, $end));
    $line = $head . join(', ', sort @columns) . substr($rest, $end);
  }
  if ($line =~ /^CREATE STATISTICS .* ON (?=.* FROM )/) {
    my $head = $&;
    my $rest = substr($line, length $head);
    my ($columns, $table) = $rest =~ /^(.*)( FROM .*)$/;
    $line = $head . join(', ', sort map { s/^\s+|\s+$//gr } parts($columns)) . $table;
  }
  push @lines, "$line\n";
}
# Of views that need each other pg_dump first makes one without its query; which, depends on which is
# older. Without that statement they read alike.
my %replaced = map { /^CREATE OR REPLACE VIEW (\S.*?) AS / ? ($1 => 1) : () } @lines;
@lines = grep { !(/^CREATE VIEW (\S.*?) AS SELECT NULL::/ && $replaced{$1}) } @lines;
s/^CREATE OR REPLACE VIEW /CREATE VIEW / for @lines;
print sort @lines;
