#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/commit.h"
#include "core/store/object.h"
#include "core/store/sha.h"
#include "core/store/tree.h"

namespace pggit {

/// Objects by id. What was put in stays as it is: the same bytes have the same id.
class ObjectStore {
 public:
  virtual ~ObjectStore() = default;

  virtual std::optional<StoredObject> Find(const Sha& sha) = 0;
  /// Up to `limit` ids that begin with `prefix`, hexadecimal digits, in order.
  virtual std::vector<Sha> WithPrefix(std::string_view prefix, std::size_t limit) = 0;

  /// Stores an object and gives its id; storing one that is there changes nothing.
  Sha Write(ObjectType type, std::string_view content);

  /// Stores a tree that came of `base`, which a store may use to keep only the difference.
  Sha WriteTree(Tree tree, const std::optional<Sha>& base);
  /// The same for a tree as content, when the difference from `base` is known.
  Sha WriteEditedTree(std::string_view content, const Sha& base, std::string delta);

  /// The content of an object that must be there, of that type.
  /// Throws Error(kIntegrity) when it is not.
  std::string Read(const Sha& sha, ObjectType type);
  Tree ReadTree(const Sha& sha) { return DecodeTree(Read(sha, ObjectType::kTree)); }
  Commit ReadCommit(const Sha& sha) { return DecodeCommit(Read(sha, ObjectType::kCommit)); }

 protected:
  /// Keeps an object whose id is `sha`.
  virtual void Put(const Sha& sha, ObjectType type, std::string_view content) = 0;
  /// Keeps a tree; `delta` is its difference from `base`, unless it is still to be found out. A
  /// hint is a hint: by default the tree is kept as any other object.
  virtual void PutTree(const Sha& sha, std::string_view content, const Sha& base,
                       std::optional<std::string> delta);
};

}  // namespace pggit
