#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>

#include "core/history/reachable.h"
#include "core/store/object_store.h"
#include "extension/spi.h"

namespace pggit {

/// The objects in pggit_v0.stored_objects and stored_trees, as the current statement sees them.
///
/// What is written waits in memory, found by Find, until Flush stores it in few statements.
/// `spi` must outlive the store.
class SpiObjectStore : public ObjectStore {
 public:
  explicit SpiObjectStore(Spi& spi) : spi_(spi) {}

  std::optional<StoredObject> Find(const Sha& sha) override;
  std::vector<Sha> WithPrefix(std::string_view prefix, std::size_t limit) override;

  /// Commits that must be there, by their ids, asked for in one query.
  /// Throws Error(kIntegrity) when one is missing.
  std::map<Sha, Commit> ReadCommits(std::span<const Sha> ids);

  /// The same for the contents of blobs.
  std::map<Sha, std::string> ReadBlobs(std::span<const Sha> ids);

  /// A stored tree as its row has it. Throws Error(kIntegrity) when it is missing.
  StoredTree Form(const Sha& tree);

  /// The type that a row says by git's number for it; 0 is a tree.
  static ObjectType TypeOfNumber(int number);

  /// Stores what waits. The role must be allowed to write to the tables.
  void Flush();

 protected:
  void Put(const Sha& sha, ObjectType type, std::string_view content) override;
  /// Keeps the difference from `base` where that is shorter and the chain of them not too long.
  void PutTree(const Sha& sha, std::string_view content, const Sha& base,
               std::optional<std::string> delta) override;

 private:
  struct Waiting {
    StoredObject object;
    std::optional<Sha> base;  // of a tree kept as a difference
    int depth = 0;
    std::string body;  // what the row holds, when it is not the content
  };

  template <class Take>
  void ReadAll(const char* sql, std::span<const Sha> ids, Take take);

  Spi& spi_;
  std::map<Sha, Waiting> waiting_;
};

}  // namespace pggit
