#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

#include "core/history/commit_graph.h"

namespace pggit {

/// What is known of the commits that a search is about.
struct BisectMarks {
  std::optional<Sha> bad;        ///< The latest that was said to be bad,
  std::optional<Sha> first_bad;  ///< and the first; that one when left out.
  std::vector<Sha> good;
  std::set<Sha> skipped;  ///< Those that cannot be tested.
};

/// What is to be done next.
struct BisectStep {
  enum class Kind {
    kWaiting,    ///< A bad commit and a good one are to be named first.
    kMergeBase,  ///< `commit` is to be tested: a good commit that is no ancestor rests on it.
    kTesting,    ///< `commit` is to be tested.
    kFound,      ///< `commit` is the first bad one.
    kUndecided,  ///< Only skipped commits are left: one of `suspects` is the first bad one.
  };
  Kind kind = Kind::kWaiting;
  std::optional<Sha> commit;
  std::vector<Sha> suspects;
  std::size_t remaining = 0;  ///< How many are left to test after this.
  std::size_t steps = 0;      ///< In how many steps, roughly.
};

/// The commit to test next: the one that halves what is left, as `git bisect` chooses it.
///
/// Throws Error(kInvalidArgument) when what is bad is good too, or is an ancestor of what is good.
BisectStep NextToTest(CommitGraph& graph, const BisectMarks& marks);

/// The commit that halves what `bad` reaches and `good` does not, and how.
struct Halving {
  Sha commit;
  std::size_t reaches = 0;  ///< How many of the range it reaches, itself included.
  std::size_t all = 0;      ///< How many there are.
};

/// The one that `git rev-list --bisect` names; of what is in `skipped` none, and the bad one only
/// when nothing else is left. Nothing when the range is empty.
std::optional<Halving> FindHalf(CommitGraph& graph, const Sha& bad, const std::vector<Sha>& good,
                                const std::set<Sha>& skipped = {});

/// In how many steps a search over `all` commits ends, roughly; as git says it.
std::size_t EstimatedSteps(std::size_t all);

}  // namespace pggit
