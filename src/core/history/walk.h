#pragma once

#include <cstddef>
#include <optional>
#include <queue>
#include <utility>
#include <vector>

#include "core/history/commit_graph.h"

namespace pggit {

/// Visits commits from the greatest generation down, handing colours on to parents.
///
/// A child's generation is greater than its parents', so when a commit comes out, every commit
/// that could colour it has come out before: its colours are final, and it comes out once.
class GenerationWalk {
 public:
  /// `idle`: colours that make a commit not worth a walk of its own (see HasWork).
  explicit GenerationWalk(CommitGraph& graph, unsigned idle = 0) : graph_(graph), idle_(idle) {}

  void Paint(CommitGraph::Index commit, unsigned colours);
  void PaintParents(CommitGraph::Index commit, unsigned colours);
  unsigned ColoursOf(CommitGraph::Index commit) const;

  /// The next commit; nothing when all were visited.
  std::optional<CommitGraph::Index> Next();
  /// Whether a commit without idle colours waits.
  bool HasWork() const { return working_ > 0; }

 private:
  bool IsWork(unsigned colours) const { return colours != 0 && (colours & idle_) == 0; }

  CommitGraph& graph_;
  unsigned idle_;
  std::vector<unsigned> colours_;  // by index; 0: not met
  std::priority_queue<std::pair<std::uint32_t, CommitGraph::Index>> queue_;
  std::size_t working_ = 0;  // in the queue, without idle colours
};

}  // namespace pggit
