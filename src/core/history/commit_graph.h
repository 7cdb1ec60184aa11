#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

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
};

/// The history as far as it was looked at. Commits are numbered as they are met, so that walks
/// work on small numbers; each is asked of the source once.
///
/// `source` must outlive the graph. Every method throws Error(kIntegrity) when a commit is missing.
class CommitGraph {
 public:
  using Index = std::uint32_t;

  struct Node {
    Sha sha;
    std::uint32_t generation = 0;
    std::int64_t committed = 0;
    std::vector<Index> parents;
    bool loaded = false;
  };

  explicit CommitGraph(CommitSource& source) : source_(source) {}

  Index Find(const Sha& commit);
  /// The commit, with its parents known. The reference lasts until the next call.
  const Node& Load(Index index);
  std::size_t size() const { return nodes_.size(); }

 private:
  CommitSource& source_;
  std::vector<Node> nodes_;
  std::map<Sha, Index> numbers_;
};

/// Whether `ancestor` can be reached from `descendant`; a commit is its own ancestor.
bool IsAncestor(CommitGraph& graph, const Sha& ancestor, const Sha& descendant);

/// All best common ancestors: those that are not ancestors of another one. Latest first.
std::vector<Sha> MergeBases(CommitGraph& graph, const Sha& a, const Sha& b);

}  // namespace pggit
