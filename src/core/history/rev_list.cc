#include "core/history/rev_list.h"

#include <algorithm>
#include <queue>
#include <span>
#include <tuple>

#include "core/history/walk.h"

namespace pggit {
namespace {

using CommitIndex = CommitGraph::Index;

constexpr unsigned kWanted = 1;
constexpr unsigned kUnwanted = 2;

// Latest first; of equal times, what came in first.
class TimeQueue {
 public:
  void Push(std::int64_t time, CommitIndex commit) { queue_.emplace(time, -++pushed_, commit); }
  CommitIndex Pop() {
    const CommitIndex commit = std::get<2>(queue_.top());
    queue_.pop();
    return commit;
  }
  bool empty() const { return queue_.empty(); }

 private:
  std::priority_queue<std::tuple<std::int64_t, std::int64_t, CommitIndex>> queue_;
  std::int64_t pushed_ = 0;
};

/// Commits by number.
class IndexSet {
 public:
  explicit IndexSet(CommitGraph& graph) : bits_(graph.size()) {}
  bool Has(CommitIndex commit) const { return commit < bits_.size() && bits_[commit]; }
  /// False when it was in the set.
  bool Add(CommitIndex commit) {
    if (commit >= bits_.size()) bits_.resize(commit + std::size_t{1} + commit / 2);
    if (bits_[commit]) return false;
    bits_[commit] = true;
    return true;
  }

 private:
  std::vector<bool> bits_;
};

// The list is good until the next call of the graph.
std::span<const CommitIndex> Followed(CommitGraph& graph, CommitIndex commit, bool first_parent) {
  const std::span<const CommitIndex> parents = graph.Parents(commit);
  return first_parent && parents.size() > 1 ? parents.first(1) : parents;
}

// Everything reachable from what is excluded, as far as the walk from what is included can meet it.
GenerationWalk PaintUnwanted(CommitGraph& graph, const RevListQuery& query) {
  GenerationWalk walk(graph, kUnwanted);
  if (query.exclude.empty()) return walk;
  for (const Sha& sha : query.include) walk.Paint(graph.Find(sha), kWanted);
  for (const Sha& sha : query.exclude) walk.Paint(graph.Find(sha), kUnwanted);
  while (walk.HasWork()) {
    const CommitIndex commit = walk.Next().value();
    walk.PaintParents(commit, walk.ColoursOf(commit));
  }
  return walk;
}

// By time among those met, until `most` were found.
std::vector<CommitIndex> ByTime(CommitGraph& graph, const RevListQuery& query, std::size_t most) {
  const GenerationWalk painted = PaintUnwanted(graph, query);
  TimeQueue queue;
  IndexSet seen(graph);
  const auto meet = [&](CommitIndex commit) {
    if ((painted.ColoursOf(commit) & kUnwanted) != 0 || !seen.Add(commit)) return;
    queue.Push(graph.Committed(commit), commit);
  };
  for (const Sha& sha : query.include) meet(graph.Find(sha));
  std::vector<CommitIndex> found;
  while (!queue.empty() && found.size() < most) {
    found.push_back(queue.Pop());
    if (found.size() == most) break;
    for (const CommitIndex parent : Followed(graph, found.back(), query.first_parent)) meet(parent);
  }
  return found;
}

// Puts parents after their children. `commits` are in the order of ByTime.
std::vector<CommitIndex> BelowChildren(CommitGraph& graph, const RevListQuery& query,
                                       const std::vector<CommitIndex>& commits) {
  IndexSet chosen(graph);
  for (const CommitIndex commit : commits) chosen.Add(commit);
  std::vector<std::uint32_t> children(graph.size());
  const auto each_parent = [&](CommitIndex commit, const auto& visit) {
    for (const CommitIndex parent : Followed(graph, commit, query.first_parent)) {
      if (chosen.Has(parent)) visit(parent);
    }
  };
  for (const CommitIndex commit : commits) {
    each_parent(commit, [&](CommitIndex parent) { ++children[parent]; });
  }
  TimeQueue latest;
  std::vector<CommitIndex> stack;
  const auto put = [&](CommitIndex commit) {
    if (query.order == RevOrder::kLines) {
      stack.push_back(commit);
    } else {
      latest.Push(graph.Committed(commit), commit);
    }
  };
  for (const CommitIndex commit : commits) {
    if (children[commit] == 0) put(commit);
  }
  std::ranges::reverse(stack);
  std::vector<CommitIndex> ordered;
  while (!stack.empty() || !latest.empty()) {
    CommitIndex commit = 0;
    if (stack.empty()) {
      commit = latest.Pop();
    } else {
      commit = stack.back();
      stack.pop_back();
    }
    ordered.push_back(commit);
    each_parent(commit, [&](CommitIndex parent) {
      if (--children[parent] == 0) put(parent);
    });
  }
  return ordered;
}

}  // namespace

std::vector<Sha> RevList(CommitGraph& graph, const RevListQuery& query) {
  constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
  const std::size_t most = query.limit > kAll - query.skip ? kAll : query.limit + query.skip;
  std::vector<CommitIndex> commits =
      ByTime(graph, query, query.order == RevOrder::kTime ? most : kAll);
  if (query.order != RevOrder::kTime) commits = BelowChildren(graph, query, commits);
  std::vector<Sha> shas;
  for (std::size_t i = query.skip; i < commits.size() && i < most; ++i) {
    shas.push_back(graph.Id(commits[i]));
  }
  return shas;
}

std::size_t CountCommits(CommitGraph& graph, const RevListQuery& query) {
  if (query.first_parent)
    return ByTime(graph, query, std::numeric_limits<std::size_t>::max()).size();
  GenerationWalk walk(graph, kUnwanted);
  for (const Sha& sha : query.include) walk.Paint(graph.Find(sha), kWanted);
  for (const Sha& sha : query.exclude) walk.Paint(graph.Find(sha), kUnwanted);
  std::size_t count = 0;
  while (walk.HasWork()) {
    const CommitIndex commit = walk.Next().value();
    const unsigned colours = walk.ColoursOf(commit);
    if (colours == kWanted) ++count;
    walk.PaintParents(commit, colours);
  }
  return count;
}

AheadBehind CountAheadBehind(CommitGraph& graph, const Sha& a, const Sha& b) {
  return {.ahead = CountCommits(graph, {.include = {a}, .exclude = {b}}),
          .behind = CountCommits(graph, {.include = {b}, .exclude = {a}})};
}

}  // namespace pggit
