#!/usr/bin/perl
# Prints the statements of the SQL scripts on the command line, one a line, sorted.
#
# Two dumps of equal schemas hold the same statements in whatever order: comments, psql's own
# commands and white space between words fall away; strings, quoted names, dollar quotes and the
# bodies of SQL routines are kept as they are. A default access method or tablespace, which a dump
# sets for the tables after it, is shown with each of these tables instead. Storage parameters, a
# set that dumps list in the order in which they were set, are sorted.
use strict;
use warnings;

local $/;
my $text = join '', <>;
my @statements;
my ($statement, $depth, $bodies) = ('', 0, 0);
my %defaults;

# `WITH (b='2', a='1')` sorted; values have no commas but in quotes.
sub sorted {
  my ($options) = @_;
  my @options = $options =~ /((?:'(?:[^']|'')*'|[^,'])+)/g;
  s/^ +| +$//g for @options;
  return join ', ', sort @options;
}

sub finish {
  $statement =~ s/^ | $//g;
  $statement =~ s/\bWITH \(((?:'(?:[^']|'')*'|[^()'])*)\)/'WITH (' . sorted($1) . ')'/ge
    if $statement =~ /^(?:CREATE|ALTER) /;
  if ($statement =~ /^SET (default_table_access_method|default_tablespace) = (.*)$/) {
    $defaults{$1} = $2;
  } elsif ($statement =~ /^CREATE (?:UNLOGGED |FOREIGN )?(?:TABLE|MATERIALIZED VIEW|INDEX|UNIQUE INDEX) /) {
    push @statements, "$statement; " . join ', ', map { "$_ = $defaults{$_}" } sort keys %defaults;
  } elsif ($statement ne '') {
    push @statements, $statement;
  }
  ($statement, $depth, $bodies) = ('', 0, 0);
}

# A literal's line breaks are shown, so that a statement stays on its line.
sub keep {
  my ($literal) = @_;
  $literal =~ s/\n/\\n/g;
  $statement .= $literal;
}

for ($text) {
  pos = 0;
  while (pos() < length) {
    if (/\G\\[^\n]*\n/gc && $statement =~ /^ ?$/) { next }              # \connect, \restrict
    elsif (/\G--[^\n]*/gc) { $statement .= ' ' unless $statement =~ / $/ }
    elsif (/\G\s+/gc) { $statement .= ' ' unless $statement =~ / $/ }
    elsif (/\G([eE]'(?:[^'\\]|\\.|'')*')/gcs) { keep($1) }
    elsif (/\G('(?:[^']|'')*')/gc) { keep($1) }
    elsif (/\G("(?:[^"]|"")*")/gc) { keep($1) }
    elsif (/\G(\$(?:[A-Za-z_\x80-\xff][\w\x80-\xff]*)?\$)/gc) {
      my ($tag, $begin) = ($1, pos);
      my $end = index $_, $tag, $begin;
      die "unterminated $tag\n" if $end < 0;
      keep($tag . substr($_, $begin, $end - $begin) . $tag);
      pos = $end + length $tag;
    }
    elsif (/\G([A-Za-z_\x80-\xff][\w\$\x80-\xff]*)/gc) {
      my $word = $1;
      # Semicolons in BEGIN ATOMIC ... END do not end the statement; CASE ... END nests in it.
      $bodies = 1 if uc $word eq 'ATOMIC' && $statement =~ /BEGIN $/;
      $bodies++ if $bodies && uc $word eq 'CASE';
      $bodies-- if $bodies && uc $word eq 'END';
      $statement .= $word;
    }
    elsif (/\G;/gc) {
      if ($depth == 0 && $bodies == 0) { finish() } else { $statement .= ';' }
    }
    elsif (/\G(.)/gcs) {
      $depth++ if $1 eq '(';
      $depth-- if $1 eq ')';
      $statement .= $1;
    }
  }
}
die "the script ends within a statement: $statement\n" if $statement =~ /\S/;
print map { "$_\n" } sort @statements;
