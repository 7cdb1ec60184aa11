#include "core/history/walk.h"

#include <algorithm>

namespace pggit {

void GenerationWalk::Paint(CommitGraph::Index commit, unsigned colours) {
  if (commit >= colours_.size()) colours_.resize(std::max<std::size_t>(commit + 1, graph_.size()));
  const unsigned before = colours_[commit];
  colours_[commit] |= colours;
  if (before == 0) queue_.emplace(graph_.Load(commit).generation, commit);
  if (IsWork(before)) --working_;
  if (IsWork(before | colours)) ++working_;
}

void GenerationWalk::PaintParents(CommitGraph::Index commit, unsigned colours) {
  const std::vector<CommitGraph::Index> parents = graph_.Load(commit).parents;
  for (const CommitGraph::Index parent : parents) Paint(parent, colours);
}

unsigned GenerationWalk::ColoursOf(CommitGraph::Index commit) const {
  return commit < colours_.size() ? colours_[commit] : 0;
}

std::optional<CommitGraph::Index> GenerationWalk::Next() {
  if (queue_.empty()) return std::nullopt;
  const CommitGraph::Index commit = queue_.top().second;
  queue_.pop();
  if (IsWork(colours_[commit])) --working_;
  return commit;
}

}  // namespace pggit
