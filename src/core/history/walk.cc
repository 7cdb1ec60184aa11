#include "core/history/walk.h"

#include <algorithm>
#include <bit>

namespace pggit {
namespace {

constexpr unsigned kWordBits = 64;

}  // namespace

GenerationWalk::GenerationWalk(CommitGraph& graph, unsigned idle)
    : graph_(graph), idle_(idle), colours_(graph.packed()), packed_(graph.packed() / kWordBits) {}

void GenerationWalk::Paint(CommitGraph::Index commit, unsigned colours) {
  if (commit >= colours_.size()) colours_.resize(std::max<std::size_t>(commit + 1, graph_.size()));
  const unsigned before = colours_[commit];
  const unsigned after = before | colours;
  if (before == after) return;
  colours_[commit] = static_cast<std::uint8_t>(after);
  if (before == 0) {
    if (commit < graph_.packed()) {
      const std::size_t word = commit / kWordBits;
      packed_[word] |= std::uint64_t{1} << (commit % kWordBits);
      top_ = std::max(top_, word);
    } else {
      loose_.emplace(graph_.Generation(commit), commit);
    }
  }
  if (IsWork(before)) --working_;
  if (IsWork(after)) ++working_;
}

void GenerationWalk::PaintParents(CommitGraph::Index commit, unsigned colours) {
  // Painting asks for nothing that could move the list.
  for (const CommitGraph::Index parent : graph_.Parents(commit)) Paint(parent, colours);
}

std::optional<CommitGraph::Index> GenerationWalk::Next() {
  CommitGraph::Index commit = 0;
  if (!loose_.empty()) {
    commit = loose_.top().second;
    loose_.pop();
  } else {
    while (top_ > 0 && packed_[top_] == 0) --top_;
    if (packed_.empty() || packed_[top_] == 0) return std::nullopt;
    const auto bit = kWordBits - 1U - static_cast<unsigned>(std::countl_zero(packed_[top_]));
    packed_[top_] &= ~(std::uint64_t{1} << bit);
    commit = static_cast<CommitGraph::Index>(top_ * kWordBits + bit);
  }
  if (IsWork(colours_[commit])) --working_;
  return commit;
}

}  // namespace pggit
