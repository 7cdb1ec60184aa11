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
  const auto [at, is_new] = numbers_.try_emplace(commit, static_cast<Index>(nodes_.size()));
  if (is_new) {
    nodes_.emplace_back();
    nodes_.back().sha = commit;
  }
  return at->second;
}

const CommitGraph::Node& CommitGraph::Load(Index index) {
  if (nodes_[index].loaded) return nodes_[index];
  const auto links = source_.Links(nodes_[index].sha);
  if (!links) {
    throw Error(ErrorCode::kIntegrity, "commit \"" + Hex(nodes_[index].sha) + "\" is missing");
  }
  std::vector<Index> parents;
  for (const Sha& parent : links->parents) parents.push_back(Find(parent));
  Node& node = nodes_[index];
  node.generation = links->generation;
  node.committed = links->committed;
  node.parents = std::move(parents);
  node.loaded = true;
  return node;
}

bool IsAncestor(CommitGraph& graph, const Sha& ancestor, const Sha& descendant) {
  const CommitGraph::Index target = graph.Find(ancestor);
  const std::uint32_t generation = graph.Load(target).generation;
  GenerationWalk walk(graph);
  walk.Paint(graph.Find(descendant), kFromA);
  while (const auto commit = walk.Next()) {
    if (*commit == target) return true;
    // What is no younger by generation cannot have the target behind it.
    if (graph.Load(*commit).generation > generation) walk.PaintParents(*commit, kFromA);
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
                           [&](CommitGraph::Index i) { return graph.Load(i).committed; });
  std::vector<Sha> shas;
  for (const CommitGraph::Index base : bases) shas.push_back(graph.Load(base).sha);
  return shas;
}

}  // namespace pggit
