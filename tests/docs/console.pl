#!/usr/bin/env perl
# Runs the ```console blocks of one Markdown file and compares what they show with what happens.
#
#   console.pl FILE [NAME]
#
# In a block a line "$ command" is run, lines "> more" right after it belong to it, and the lines up to
# the next "$" are what it prints, standard error included. All blocks of the file are one bash
# session, run in the current directory. A line "..." stands for any lines, "..." within a line for any
# text; blanks at line ends and empty lines at the end of an output do not count.
#
# Prints "ok NAME:LINE: command" or "not ok ..." for each command, then lines "# ..." that explain.
use strict;
use warnings;

my ($file, $name) = @ARGV;
$name //= $file;
my $mark = "==== end of command";

sub trimmed {
  my @lines = map { s/\s+\z//r } @_;
  pop @lines while @lines && $lines[-1] eq '';
  return @lines;
}

# The file's commands, in order: where each stands, its text, and the lines it should print.
sub commands {
  my @commands;
  my ($in_block, $may_continue) = (0, 0);
  open my $in, '<', $file or die "cannot read $file: $!\n";
  while (my $line = <$in>) {
    chomp $line;
    if (!$in_block) {
      $in_block = $line =~ /^```console\s*$/;
      next unless $in_block;
      push @commands, {line => $., text => '', want => []};    # output before any command
    } elsif ($line =~ /^```\s*$/) {
      $in_block = 0;
    } elsif ($line =~ /^\$ (.*)/) {
      push @commands, {line => $., text => $1, want => []};
    } elsif ($line =~ /^> (.*)/ && $may_continue) {
      $commands[-1]{text} .= "\n$1";
      next;
    } else {
      push @{$commands[-1]{want}}, $line;
    }
    $may_continue = $line =~ /^\$ /;
  }
  die "a block of $file has no end\n" if $in_block;
  return grep { $_->{text} ne '' || trimmed(@{$_->{want}}) } @commands;
}

# What the commands print, each list of lines in its place; undef for those that were not reached.
sub outputs {
  my @commands = @_;
  my $script = "session.$$";
  open my $out, '>', $script or die "cannot write $script: $!\n";
  for my $i (0 .. $#commands) {
    # The mark is on a line of its own; $? is what the command left, for the next one to look at.
    my $text = $commands[$i]{text} eq '' ? ':' : $commands[$i]{text};
    print $out "{\n$text\n} </dev/null\n",
      "status=\$?; printf '\\n%s\\n' '$mark $i'; (exit \$status)\n";
  }
  close $out or die "cannot write $script: $!\n";
  open my $session, '-|', 'bash', '-c', 'exec bash --norc "$1" 2>&1', 'bash', $script
    or die "cannot run bash: $!\n";
  my (@all, @lines);
  while (my $line = <$session>) {
    chomp $line;
    if ($line =~ /^\Q$mark\E (\d+)$/) {
      pop @lines if @lines && $lines[-1] eq '';
      $all[$1] = [@lines];
      @lines = ();
    } else {
      push @lines, $line;
    }
  }
  close $session;
  unlink $script;
  return (\@all, \@lines);
}

sub matches {
  my ($got, $want) = @_;
  my $pattern = '';
  for my $line (trimmed(@$want)) {
    if ($line eq '...') {
      $pattern .= '(?:[^\n]*\n)*';
    } else {
      $pattern .= join('[^\n]*', map { quotemeta } split /\Q...\E/, $line, -1) . '\n';
    }
  }
  return join('', map { "$_\n" } trimmed(@$got)) =~ /\A$pattern\z/;
}

sub explain {
  my ($title, @lines) = @_;
  print "# $title\n", map { "#   $_\n" } @lines;
}

my @commands = commands();
my ($all, $rest) = outputs(@commands);
for my $i (0 .. $#commands) {
  my $command = $commands[$i];
  my $first = $command->{text} =~ s/\n.*//sr;
  my $got = $all->[$i];
  my $good = defined $got && $command->{text} ne '' && matches($got, $command->{want});
  print $good ? 'ok' : 'not ok', " $name:$command->{line}: $first\n";
  next if $good;
  if ($command->{text} eq '') {
    explain('lines before the first command of a block:', @{$command->{want}});
  } elsif (defined $got) {
    explain('printed:', trimmed(@$got));
    explain('the document says:', trimmed(@{$command->{want}}));
  } else {
    explain('the session ended here:', @$rest);
    last;
  }
}
