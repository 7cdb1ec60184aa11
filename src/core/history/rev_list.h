#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "core/history/commit_graph.h"

namespace pggit {

enum class RevOrder {
  kTime,               ///< Latest first among those met so far, as `git rev-list` without options.
  kTimeBelowChildren,  ///< No parent before its children, else latest first: `--date-order`.
  kLines,  ///< No parent before its children, lines of history kept together: `--topo-order`.
};

/// Which commits, and in what order.
struct RevListQuery {
  std::vector<Sha> include = {};  ///< Reachable from any of these ...
  std::vector<Sha> exclude = {};  ///< ... and from none of these.
  RevOrder order = RevOrder::kTime;
  std::size_t skip = 0;
  std::size_t limit = std::numeric_limits<std::size_t>::max();
  bool first_parent = false;  ///< Follows the first parents of what is included only.
};

/// The commits, in order. With kTime and nothing excluded, looks no further than it must.
std::vector<Sha> RevList(CommitGraph& graph, const RevListQuery& query);

/// How many there are, whatever the order, `skip` and `limit`.
std::size_t CountCommits(CommitGraph& graph, const RevListQuery& query);

/// How many commits `a` has that `b` lacks, and the other way round.
struct AheadBehind {
  std::size_t ahead = 0;
  std::size_t behind = 0;
};
AheadBehind CountAheadBehind(CommitGraph& graph, const Sha& a, const Sha& b);

}  // namespace pggit
