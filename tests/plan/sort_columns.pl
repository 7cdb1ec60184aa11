#!/usr/bin/env perl
# Sorts what stands in the parentheses of each CREATE TABLE of statements.pl's output, a statement a
# line, and the columns of statistics: two tables with the same columns in another order then read
# alike.
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
print sort @lines;
