#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <queue>
#include <utility>
#include <vector>

#include "core/history/commit_graph.h"

namespace pggit {

/// Visits children before their parents, handing colours on.
///
/// Commits that are not packed come first, by generation, then packed ones by their numbers. When a
/// commit comes out, every commit that could colour it has come out before: its colours are final,
/// and it comes out once.
class GenerationWalk {
 public:
  /// `idle`: colours that make a commit not worth a walk of its own (see HasWork).
  explicit GenerationWalk(CommitGraph& graph, unsigned idle = 0);

  /// `colours` are of the lowest eight bits.
  void Paint(CommitGraph::Index commit, unsigned colours);
  void PaintParents(CommitGraph::Index commit, unsigned colours);
  unsigned ColoursOf(CommitGraph::Index commit) const {
    return commit < colours_.size() ? colours_[commit] : 0;
  }

  /// The next commit; nothing when all were visited.
  std::optional<CommitGraph::Index> Next();
  /// Whether a commit without idle colours waits.
  bool HasWork() const { return working_ > 0; }

 private:
  bool IsWork(unsigned colours) const { return colours != 0 && (colours & idle_) == 0; }

  CommitGraph& graph_;
  unsigned idle_;
  std::vector<std::uint8_t> colours_;  // by number; 0: not met
  std::priority_queue<std::pair<std::uint32_t, CommitGraph::Index>> loose_;
  std::vector<std::uint64_t> packed_;  // a bit for each packed commit that waits
  std::size_t top_ = 0;                // no word above has a bit
  std::size_t working_ = 0;            // waiting, without idle colours
};

}  // namespace pggit
