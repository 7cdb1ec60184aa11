#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/store/object_store.h"

namespace pggit {

/// A tree as it is stored: whole, or as the difference from `base` (see tree_delta.h).
struct StoredTree {
  std::optional<Sha> base;
  std::string body;
};

/// Where objects are read from to see what they name.
class ReachableSource {
 public:
  virtual ~ReachableSource() = default;
  virtual ObjectStore& Objects() = 0;
  /// Throws Error(kIntegrity) when it is missing.
  virtual StoredTree Form(const Sha& tree) = 0;
};

/// The objects that can be reached from some: what commits, trees and tags name, and what that
/// names in turn. A tree that is stored as the difference from one that is reached too is read as
/// no more than that, so a history costs what changed in it.
///
/// `source` must outlive it.
class Reachable {
 public:
  explicit Reachable(ReachableSource& source) : source_(source) {}

  /// Adds an object and what it reaches. Throws Error(kIntegrity) when something is missing.
  void Add(const Sha& sha);
  /// The same when the object is known to be there, and of that type.
  void Add(const Sha& sha, ObjectType type);

  bool Contains(const Sha& sha) const { return reached_.contains(sha); }
  std::size_t size() const { return reached_.size(); }

 private:
  struct Tree {
    Sha sha;
    StoredTree form;
  };

  void Reach(const Sha& sha, ObjectType type);
  void Follow();
  void VisitTree(const Sha& sha);
  void ReachEntries(std::string_view body);

  ReachableSource& source_;
  std::unordered_set<Sha, ShaHash> reached_;
  std::vector<std::pair<Sha, ObjectType>> waiting_;
  std::vector<Tree> without_base_;  // their bases were not reached when they were met
};

}  // namespace pggit
