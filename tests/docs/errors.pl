#!/usr/bin/env perl
# Reads what the sources and docs/errors.md say about errors; tests/docs/run.sh compares.
#
#   errors.pl codes        every code of error.h with the SQLSTATE and exit status of error.cc
#   errors.pl raised       the codes that sources raise, those of tests left out
#   errors.pl sql          the SQLSTATEs that functions and scripts of the extension raise
#   errors.pl exits        the exit statuses of the command, with what registry.cc says of them
#   errors.pl table PART   the rows of the table under a heading of docs/errors.md, their first
#                          three columns; "exits" the first two under "Exit status"
#
# Run in the root of a checkout. Lines are sorted, columns separated by "|".
use strict;
use warnings;

sub text {
  my ($file) = @_;
  local (@ARGV, $/) = ($file);
  return scalar <>;
}

# The body of the function or initialiser that starts with `start`.
sub body {
  my ($text, $start) = @_;
  $text =~ /\Q$start\E.*?\{(.*?)\n(?:  )?\}/s or die "there is no $start\n";
  return $1;
}

sub codes {
  my $source = text('src/core/base/error.cc');
  my $enum = body(text('src/core/base/error.h'), 'enum class ErrorCode');
  my (%state, %status, @pending);
  my $states = body($source, 'SqlState(ErrorCode code)');
  $state{$1} = $2 while $states =~ /case ErrorCode::k(\w+): return "(\w+)";/g;
  for (split /\n/, body($source, 'ExitStatus(ErrorCode code)')) {
    push @pending, $1 if /case ErrorCode::k(\w+):/;
    next unless /return (\d+);/;
    $status{$_} = $1 for @pending;
    @pending = ();
  }
  return map { join '|', $_, $state{$_} // 'none', $status{$_} // 'none' } $enum =~ /\bk(\w+),/g;
}

my @sources = grep { !/_test\.cc$/ } split /\n/, `find src -name '*.cc' -o -name '*.h'`;

sub raised {
  my %codes;
  for my $file (@_) {
    my $text = text($file);
    $codes{$1} = 1 while $text =~ /\bError\(\s*(?:pggit::)?ErrorCode::k(\w+)/g;
  }
  return keys %codes;
}

# A broken invariant cannot be had by asking, so Internal is left out.
sub sql {
  my %state = map { (split /\|/)[0, 1] } codes();
  my %states = map { $state{$_} => 1 } grep { $_ ne 'Internal' } raised(grep { m{^src/extension/} } @sources);
  for my $file (glob 'sql/*.sql') {
    my $text = text($file);
    while ($text =~ /ERRCODE = '(\w+)'/g) {
      $states{$1 eq 'duplicate_schema' ? '42P06' : $1} = 1;
    }
  }
  return keys %states;
}

sub exits {
  my $lines = body(text('src/cli/registry.cc'), 'AllExits()');
  my @exits;
  push @exits, "$1|$2" while $lines =~ /\{(\d+), "([^"]*)"\}/g;
  return @exits;
}

sub table {
  my ($heading, $columns) = @_;
  my ($inside, @rows) = (0);
  for (split /\n/, text('docs/errors.md')) {
    $inside = $1 eq $heading if /^#+ (.*)/;
    next unless $inside && /^\|(.*)\|\s*$/;
    my @cells = map { s/^\s+|\s+$|`//gr } split /\|/, $1;
    push @rows, join '|', @cells[0 .. $columns - 1] unless $cells[1] =~ /^-+$/;
  }
  shift @rows;    # its head
  return @rows;
}

my ($what, $part) = @ARGV;
my %answers = (
  codes => \&codes,
  raised => sub { raised(@sources) },
  sql => \&sql,
  exits => \&exits,
  table => sub { $part eq 'exits' ? table('Exit status', 2) : table($part, 3) },
);
print map { "$_\n" } sort $answers{$what}->();
