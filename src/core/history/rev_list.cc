#include "core/history/rev_list.h"

#include <algorithm>
#include <map>
#include <queue>
#include <set>
#include <tuple>

#include "core/history/walk.h"

namespace pggit {
namespace {

using Index = CommitGraph::Index;

constexpr unsigned kWanted = 1;
constexpr unsigned kUnwanted = 2;

// Latest first; of equal times, what came in first.
class TimeQueue {
 public:
  void Push(std::int64_t time, Index commit) { queue_.emplace(time, -++pushed_, commit); }
  Index Pop() {
    const Index commit = std::get<2>(queue_.top());
    queue_.pop();
    return commit;
  }
  bool empty() const { return queue_.empty(); }

 private:
  std::priority_queue<std::tuple<std::int64_t, std::int64_t, Index>> queue_;
  std::int64_t pushed_ = 0;
};

std::vector<Index> Followed(CommitGraph& graph, Index commit, bool first_parent) {
  std::vector<Index> parents = graph.Load(commit).parents;
  if (first_parent && parents.size() > 1) parents.resize(1);
  return parents;
}

// Everything reachable from what is excluded, as far as the walk from what is included can meet it.
std::set<Index> Unwanted(CommitGraph& graph, const RevListQuery& query) {
  std::set<Index> unwanted;
  if (query.exclude.empty()) return unwanted;
  GenerationWalk walk(graph, kUnwanted);
  for (const Sha& sha : query.include) walk.Paint(graph.Find(sha), kWanted);
  for (const Sha& sha : query.exclude) walk.Paint(graph.Find(sha), kUnwanted);
  while (walk.HasWork()) {
    const Index commit = walk.Next().value();
    const unsigned colours = walk.ColoursOf(commit);
    walk.PaintParents(commit, colours);
  }
  for (Index i = 0; i < graph.size(); ++i) {
    if ((walk.ColoursOf(i) & kUnwanted) != 0) unwanted.insert(i);
  }
  return unwanted;
}

// By time among those met, until `most` were found.
std::vector<Index> ByTime(CommitGraph& graph, const RevListQuery& query,
                          const std::set<Index>& unwanted, std::size_t most) {
  TimeQueue queue;
  std::set<Index> seen;
  const auto meet = [&](Index commit) {
    if (unwanted.contains(commit) || !seen.insert(commit).second) return;
    queue.Push(graph.Load(commit).committed, commit);
  };
  for (const Sha& sha : query.include) meet(graph.Find(sha));
  std::vector<Index> found;
  while (!queue.empty() && found.size() < most) {
    found.push_back(queue.Pop());
    for (const Index parent : Followed(graph, found.back(), query.first_parent)) meet(parent);
  }
  return found;
}

// Puts parents after their children. `commits` are in the order of ByTime.
std::vector<Index> BelowChildren(CommitGraph& graph, const RevListQuery& query,
                                 const std::vector<Index>& commits) {
  std::map<Index, std::size_t> children;
  for (const Index commit : commits) children[commit];
  const auto each_parent = [&](Index commit, const auto& visit) {
    for (const Index parent : Followed(graph, commit, query.first_parent)) {
      const auto at = children.find(parent);
      if (at != children.end()) visit(*at);
    }
  };
  for (const Index commit : commits) {
    each_parent(commit, [](auto& parent) { ++parent.second; });
  }
  TimeQueue latest;
  std::vector<Index> stack;
  const auto put = [&](Index commit) {
    if (query.order == RevOrder::kLines) {
      stack.push_back(commit);
    } else {
      latest.Push(graph.Load(commit).committed, commit);
    }
  };
  for (const Index commit : commits) {
    if (children[commit] == 0) put(commit);
  }
  std::ranges::reverse(stack);
  std::vector<Index> ordered;
  while (!stack.empty() || !latest.empty()) {
    Index commit = 0;
    if (stack.empty()) {
      commit = latest.Pop();
    } else {
      commit = stack.back();
      stack.pop_back();
    }
    ordered.push_back(commit);
    each_parent(commit, [&](auto& parent) {
      if (--parent.second == 0) put(parent.first);
    });
  }
  return ordered;
}

}  // namespace

std::vector<Sha> RevList(CommitGraph& graph, const RevListQuery& query) {
  constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
  const std::size_t most = query.limit > kAll - query.skip ? kAll : query.limit + query.skip;
  const std::set<Index> unwanted = Unwanted(graph, query);
  std::vector<Index> commits =
      ByTime(graph, query, unwanted, query.order == RevOrder::kTime ? most : kAll);
  if (query.order != RevOrder::kTime) commits = BelowChildren(graph, query, commits);
  std::vector<Sha> shas;
  for (std::size_t i = query.skip; i < commits.size() && i < most; ++i) {
    shas.push_back(graph.Load(commits[i]).sha);
  }
  return shas;
}

AheadBehind CountAheadBehind(CommitGraph& graph, const Sha& a, const Sha& b) {
  return {.ahead = RevList(graph, {.include = {a}, .exclude = {b}}).size(),
          .behind = RevList(graph, {.include = {b}, .exclude = {a}}).size()};
}

}  // namespace pggit
