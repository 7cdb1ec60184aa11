#include "core/history/commit_graph.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "core/base/error.h"
#include "core/history/walk.h"

namespace pggit {
namespace {

constexpr unsigned kFromA = 1;
constexpr unsigned kFromB = 2;
constexpr unsigned kCommon = kFromA | kFromB;
constexpr unsigned kStale = 4;  // an ancestor of a common ancestor

}  // namespace

CommitGraph::Index CommitGraph::Find(const Sha& commit) {
  const auto known = numbers_.find(commit);
  if (known != numbers_.end()) return known->second;
  auto links = source_.Links(commit);
  if (!links) throw Error(ErrorCode::kIntegrity, "commit \"" + Hex(commit) + "\" is missing");
  std::optional<Index> index;
  if (packed_ != nullptr) index = packed_->Find(commit, links->generation);
  if (!index) {
    index = size();
    nodes_.push_back({commit, links->generation, links->committed, std::move(links->parents), {}});
  }
  numbers_.emplace(commit, *index);
  return *index;
}

std::span<const CommitGraph::Index> CommitGraph::ParentsOfLoose(Index index) {
  const std::size_t place = index - first_;
  if (nodes_[place].parents.size() != nodes_[place].parent_ids.size()) {
    std::vector<Index> parents;
    const std::vector<Sha> ids = nodes_[place].parent_ids;
    for (const Sha& id : ids) parents.push_back(Find(id));
    nodes_[place].parents = std::move(parents);
  }
  return nodes_[place].parents;
}

bool IsAncestor(CommitGraph& graph, const Sha& ancestor, const Sha& descendant) {
  const CommitGraph::Index target = graph.Find(ancestor);
  const std::uint32_t generation = graph.Generation(target);
  GenerationWalk walk(graph);
  walk.Paint(graph.Find(descendant), kFromA);
  while (const auto commit = walk.Next()) {
    if (*commit == target) return true;
    // What is no younger by generation cannot have the target behind it.
    if (graph.Generation(*commit) > generation) walk.PaintParents(*commit, kFromA);
  }
  return false;
}

std::vector<Sha> MergeBases(CommitGraph& graph, const Sha& a, const Sha& b) {
  GenerationWalk walk(graph, kStale);
  walk.Paint(graph.Find(a), kFromA);
  walk.Paint(graph.Find(b), kFromB);
  std::vector<CommitGraph::Index> bases;
  while (walk.HasWork()) {
    const CommitGraph::Index commit = walk.Next().value();
    unsigned colours = walk.ColoursOf(commit);
    if (colours == kCommon) bases.push_back(commit);
    if ((colours & kCommon) == kCommon) colours |= kStale;
    walk.PaintParents(commit, colours);
  }
  std::ranges::stable_sort(bases, std::greater<>(),
                           [&](CommitGraph::Index i) { return graph.Committed(i); });
  std::vector<Sha> shas;
  for (const CommitGraph::Index base : bases) shas.push_back(graph.Id(base));
  return shas;
}

}  // namespace pggit
