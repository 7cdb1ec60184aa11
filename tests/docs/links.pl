#!/usr/bin/env perl
# Follows the links of Markdown files, from the root of a checkout.
#
#   links.pl FILE...
#
# A relative link must lead to a file or folder, and "#part" to a heading of the file it leads to.
# Prints "FILE:LINE: ..." for each that does not, and last "links: N" for those that do.
use strict;
use warnings;

# The lines of a file with their numbers, without what is code.
sub prose {
  my ($file) = @_;
  open my $in, '<', $file or die "cannot read $file: $!\n";
  my ($in_block, @lines) = (0);
  while (my $line = <$in>) {
    if ($line =~ /^\s*```/) {
      $in_block = !$in_block;
    } elsif (!$in_block) {
      push @lines, [$., $line];
    }
  }
  return @lines;
}

# The names under which the headings of a file can be reached.
my %anchors_of;

sub anchors {
  my ($file) = @_;
  return $anchors_of{$file} //= do {
    my (%anchors, %seen);
    for (prose($file)) {
      next unless $_->[1] =~ /^#+\s+(.*?)\s*$/;
      my $anchor = lc $1;
      $anchor =~ s/[^\w\- ]//g;
      $anchor =~ tr/ /-/;
      my $again = $seen{$anchor}++;
      $anchors{$again ? "$anchor-$again" : $anchor} = 1;
    }
    \%anchors;
  };
}

# What is wrong with a link; nothing when it is right.
sub fault {
  my ($file, $link) = @_;
  my ($path, $part) = split /#/, $link, 2;
  return 'starts at the root' if $path =~ m{^/};
  my $target = $path eq '' ? $file : ($file =~ s{[^/]*\z}{}r) . $path;
  return 'leads nowhere' unless -e $target;
  return undef unless defined $part;
  return 'names a part of what is no document' unless $target =~ /\.md\z/;
  return anchors($target)->{$part} ? undef : 'names a part that is not there';
}

my $good = 0;
for my $file (@ARGV) {
  for (prose($file)) {
    my ($number, $line) = @$_;
    $line =~ s/`[^`]*`//g;
    my @links = $line =~ /\]\(\s*([^)\s]+)[^)]*\)/g;
    push @links, $1 if $line =~ /^\s*\[[^\]]+\]:\s*(\S+)/;
    for my $link (@links) {
      next if $link =~ /^[a-z][a-z0-9+.-]*:/i;
      my $fault = fault($file, $link);
      defined $fault ? print "$file:$number: $link $fault\n" : $good++;
    }
  }
}
print "links: $good\n";
