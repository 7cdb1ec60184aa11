#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/history/packed_graph.h"
#include "core/store/sha.h"

namespace pggit {

/// What walking the history needs to know of a commit.
struct CommitLinks {
  std::vector<Sha> parents;
  std::uint32_t generation = 1;  ///< 1 without parents, else one more than the greatest of theirs.
  std::int64_t committed = 0;    ///< The committer's time, in seconds since 1970.

  bool operator==(const CommitLinks&) const = default;
};

/// Where the links come from.
class CommitSource {
 public:
  virtual ~CommitSource() = default;
  virtual std::optional<CommitLinks> Links(const Sha& commit) = 0;
  /// The part of the history that is packed; nullptr when there is none. Good as long as the
  /// source.
  virtual PackedGraph* Packed() { return nullptr; }
};

/// The history as far as it was looked at. Commits have numbers, so that walks work on them:
/// packed ones those of the packed graph, others follow as they are met, and are asked of the
/// source once.
///
/// `source` must outlive the graph. Every method throws Error(kIntegrity) when a commit is missing.
class CommitGraph {
 public:
  using Index = CommitIndex;

  explicit CommitGraph(CommitSource& source)
      : source_(source), packed_(source.Packed()), first_(packed_ ? packed_->size() : 0) {}

  Index Find(const Sha& commit);

  std::uint32_t Generation(Index index) {
    return index < first_ ? packed_->At(index).generation : nodes_[index - first_].generation;
  }
  std::int64_t Committed(Index index) {
    return index < first_ ? packed_->At(index).committed : nodes_[index - first_].committed;
  }
  /// Good until the next call.
  std::span<const Index> Parents(Index index) {
    return index < first_ ? packed_->Parents(index) : ParentsOfLoose(index);
  }
  const Sha& Id(Index index) {
    return index < first_ ? packed_->Id(index) : nodes_[index - first_].id;
  }

  /// Numbers below are packed: a parent's is lower than its children's.
  Index packed() const { return first_; }
  /// One more than the greatest number.
  Index size() const { return first_ + static_cast<Index>(nodes_.size()); }

 private:
  struct Node {
    Sha id;
    std::uint32_t generation = 0;
    std::int64_t committed = 0;
    std::vector<Sha> parent_ids;
    std::vector<Index> parents;  // as many, once they were asked for
  };

  std::span<const Index> ParentsOfLoose(Index index);

  CommitSource& source_;
  PackedGraph* const packed_;
  const Index first_;
  std::vector<Node> nodes_;
  std::unordered_map<Sha, Index, ShaHash> numbers_;
};

/// Whether `ancestor` can be reached from `descendant`; a commit is its own ancestor.
bool IsAncestor(CommitGraph& graph, const Sha& ancestor, const Sha& descendant);

/// All best common ancestors: those that are not ancestors of another one. Latest first.
std::vector<Sha> MergeBases(CommitGraph& graph, const Sha& a, const Sha& b);

}  // namespace pggit
