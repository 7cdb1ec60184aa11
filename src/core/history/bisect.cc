#include "core/history/bisect.h"

#include <algorithm>
#include <bit>
#include <unordered_map>

#include "core/base/error.h"
#include "core/history/rev_list.h"

namespace pggit {
namespace {

/// A range of commits, parents before children, with how many each of them reaches.
class Range {
 public:
  Range(CommitGraph& graph, const Sha& bad, const std::vector<Sha>& good)
      : commits_(RevList(graph, {.include = {bad}, .exclude = good})) {
    std::ranges::reverse(commits_);
    for (const Sha& sha : commits_) numbers_.emplace(graph.Find(sha), numbers_.size());
    parents_.resize(size());
    for (std::size_t at = 0; at < size(); ++at) {
      for (const CommitGraph::Index parent : graph.Parents(graph.Find(commits_[at]))) {
        const auto found = numbers_.find(parent);
        if (found != numbers_.end()) parents_[at].push_back(found->second);
      }
    }
  }

  std::size_t size() const { return commits_.size(); }
  const std::vector<Sha>& commits() const { return commits_; }
  std::size_t Reaches(std::size_t at) const { return weights_[at]; }

  /// The better half: how many it reaches, or does not.
  std::size_t Distance(std::size_t at) const {
    return std::min(weights_[at], size() - weights_[at]);
  }

  /// Weighs all; stops, unless `all_of_them`, at the first that is half way and gives it. Git's
  /// order: merges, which have to be walked, before the lines between them.
  std::optional<std::size_t> Weigh(bool all_of_them) {
    weights_.assign(size(), 0);
    std::size_t known = 0;
    for (std::size_t at = 0; at < size(); ++at) {
      if (parents_[at].empty()) weights_[at] = 1;
      if (parents_[at].empty()) ++known;
    }
    const auto is_half = [&](std::size_t at) { return !all_of_them && IsHalfWay(at); };
    for (std::size_t at = 0; at < size(); ++at) {
      if (parents_[at].size() < 2) continue;
      weights_[at] = CountReached(at);
      if (is_half(at)) return at;
      ++known;
    }
    while (known < size()) {
      for (std::size_t at = 0; at < size(); ++at) {
        if (weights_[at] != 0 || weights_[parents_[at].front()] == 0) continue;
        weights_[at] = weights_[parents_[at].front()] + 1;
        ++known;
        if (is_half(at)) return at;
      }
    }
    return std::nullopt;
  }

 private:
  // Good enough to look no further.
  bool IsHalfWay(std::size_t at) const {
    const std::size_t twice = 2 * weights_[at];
    const std::size_t off = twice > size() ? twice - size() : size() - twice;
    return off <= 1 || off < size() / 1024;
  }

  std::size_t CountReached(std::size_t from) {
    visited_.assign(size(), false);
    std::vector<std::size_t> waiting = {from};
    visited_[from] = true;
    std::size_t count = 0;
    while (!waiting.empty()) {
      const std::size_t at = waiting.back();
      waiting.pop_back();
      ++count;
      for (const std::size_t parent : parents_[at]) {
        if (visited_[parent]) continue;
        visited_[parent] = true;
        waiting.push_back(parent);
      }
    }
    return count;
  }

  std::vector<Sha> commits_;
  std::unordered_map<CommitGraph::Index, std::size_t> numbers_;
  std::vector<std::vector<std::size_t>> parents_;
  std::vector<std::size_t> weights_;  // 0: not known yet
  std::vector<bool> visited_;
};

// What good commits that the bad one does not come of rest on must be good as well: else the search
// is about something that was mended, and not about something that broke. It is asked of the bad
// commit that the search began with, as git does.
std::optional<Sha> BaseToTest(CommitGraph& graph, const BisectMarks& marks) {
  const Sha& first_bad = marks.first_bad.value_or(*marks.bad);
  const auto is_below = [&](const Sha& good) { return IsAncestor(graph, good, first_bad); };
  if (std::ranges::all_of(marks.good, is_below)) return std::nullopt;
  std::vector<Sha> bases;
  for (const Sha& good : marks.good) {
    for (const Sha& base : MergeBases(graph, first_bad, good)) {
      if (std::ranges::find(bases, base) == bases.end()) bases.push_back(base);
    }
  }
  for (const Sha& base : bases) {
    const bool is_best = std::ranges::none_of(
        bases, [&](const Sha& other) { return other != base && IsAncestor(graph, base, other); });
    if (base == *marks.bad) {
      throw Error(ErrorCode::kInvalidArgument,
                  "the bad commit \"" + Hex(base) + "\" is an ancestor of a good one",
                  "What is wrong was mended after it.",
                  "Name a bad commit that comes of a good one.");
    }
    const bool is_good = std::ranges::find(marks.good, base) != marks.good.end();
    if (is_best && !is_good && !marks.skipped.contains(base)) return base;
  }
  return std::nullopt;
}

void RequireSense(const BisectMarks& marks) {
  if (std::ranges::find(marks.good, *marks.bad) == marks.good.end()) return;
  throw Error(ErrorCode::kInvalidArgument, '"' + Hex(*marks.bad) + "\" is marked good and bad", {},
              "Begin again with pggit.bisect_start(bad, good).");
}

}  // namespace

std::size_t EstimatedSteps(std::size_t all) {
  if (all < 3) return 0;
  const auto power = static_cast<std::size_t>(std::bit_width(all) - 1);
  const std::size_t whole = std::size_t{1} << power;
  return whole < 3 * (all - whole) ? power : power - 1;
}

std::optional<Halving> FindHalf(CommitGraph& graph, const Sha& bad, const std::vector<Sha>& good,
                                const std::set<Sha>& skipped) {
  Range range(graph, bad, good);
  const auto halving = [&](std::size_t at) {
    return Halving{range.commits()[at], range.Reaches(at), range.size()};
  };
  if (const auto half = range.Weigh(/*all_of_them=*/!skipped.empty())) return halving(*half);
  std::optional<std::size_t> best;
  for (std::size_t at = 0; at < range.size(); ++at) {
    if (skipped.contains(range.commits()[at])) continue;
    if (!best || range.Distance(at) > range.Distance(*best)) best = at;
  }
  if (!best) return std::nullopt;
  return halving(*best);
}

BisectStep NextToTest(CommitGraph& graph, const BisectMarks& marks) {
  if (!marks.bad || marks.good.empty()) return {};
  BisectStep step;
  RequireSense(marks);
  step.commit = BaseToTest(graph, marks);
  if (step.commit) {
    step.kind = BisectStep::Kind::kMergeBase;
    return step;
  }
  std::set<Sha> skipped = marks.skipped;
  skipped.erase(*marks.bad);
  const auto half = FindHalf(graph, *marks.bad, marks.good, skipped);
  if (!half) {
    throw Error(ErrorCode::kInvalidArgument,
                "the bad commit \"" + Hex(*marks.bad) + "\" is an ancestor of a good one", {},
                "Name a bad commit that comes of a good one.");
  }
  step.commit = half->commit;
  if (half->commit != *marks.bad) {
    step.kind = BisectStep::Kind::kTesting;
    step.remaining = half->all - half->reaches - 1;
    step.steps = EstimatedSteps(half->all);
  } else if (half->all == 1) {
    step.kind = BisectStep::Kind::kFound;
  } else {
    step.kind = BisectStep::Kind::kUndecided;
    step.commit.reset();
    step.suspects = RevList(graph, {.include = {*marks.bad}, .exclude = marks.good});
  }
  return step;
}

}  // namespace pggit
