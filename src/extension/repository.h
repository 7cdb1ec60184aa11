#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/history/revision.h"
#include "core/store/commit.h"
#include "core/store/paths.h"
#include "extension/spi_object_store.h"
#include "extension/spi_packed_graph.h"

namespace pggit {

/// The role that the store belongs to. Whoever may call a function that writes acts as it for the
/// one statement that does, so that nobody needs rights on the tables themselves.
Oid StoreOwner(Spi& spi);

/// The ids of an array of them in its text form.
std::vector<Sha> ShasOfArray(std::string_view array);

/// The repository in this database, read and written through SPI. `spi` must outlive it.
class Repository : public RevisionSource {
 public:
  explicit Repository(Spi& spi) : spi_(spi), objects_(spi) {}

  std::optional<CommitLinks> Links(const Sha& commit) override;
  /// The same from the table, whatever the session knows.
  std::optional<CommitLinks> StoredLinks(const Sha& commit);
  SpiPackedGraph* Packed() override;
  std::optional<Sha> Ref(std::string_view name) override;
  std::vector<std::string> RefNames() override;
  /// All of them with what they point at, in the order of their names.
  std::vector<std::pair<std::string, Sha>> Refs();
  /// The stashes, the latest first, with the commits that hold them.
  std::vector<std::pair<std::string, Sha>> Stashes();
  std::string HeadRef() override;
  std::optional<Sha> RefBefore(std::string_view name, std::size_t steps) override;
  std::optional<Sha> RefAt(std::string_view name, std::int64_t seconds) override;
  std::int64_t Now() override;
  std::optional<std::int64_t> ParseTime(std::string_view text) override;
  SpiObjectStore& Objects() override { return objects_; }

  /// Throws Error(kNotInitialised) unless pggit.init() has run here.
  void RequireInitialised();

  /// Stores a well-formed object, and with it all that waits. What it names must be there: a tree's
  /// entries, a commit's tree and parents, a tag's object.
  Sha Store(ObjectType type, std::string_view content);

  /// The same for a commit of which is known how its tree differs from its first parent's.
  Sha StoreCommit(const Commit& commit, const std::vector<PathDifference>& differences);

  /// Where a branch is. Throws Error(kUnknownRevision) when there is none of that name.
  Sha BranchHead(const std::string& branch);

  /// The tree of a commit's first parent; nothing without parents.
  std::optional<Sha> ParentTree(const Commit& commit);

  /// The commits that changed what lies at `path`, against their first parents, and how.
  std::map<Sha, const char*> ChangesOf(const std::string& path);

  /// StoreOwner(), asked once.
  Oid Owner();

  /// Who the session says it is, and what the clock says: settings pggit.author_name and
  /// pggit.author_email, else the session user without an address.
  Signature Author();

  /// Moves a ref from `from` to `to`; from nothing makes it, to nothing deletes it. Writes the
  /// reflog. Throws Error(kSerializationFailure) when it is not where `from` says, and
  /// Error(kProtectedBranch) when it is protected and nothing was said by MayMove().
  void MoveRef(const std::string& name, const std::optional<Sha>& from,
               const std::optional<Sha>& to, const std::string& reason);

  /// Lets a protected branch be moved from now on: an approved merge request says so.
  void MayMove(const std::string& ref) { approved_ref_ = ref; }

  /// Waits for whoever moves the ref, and keeps others waiting until the transaction ends.
  void Hold(const std::string& ref);

  /// Runs a statement on the store's own tables as their owner; the number of rows it touched.
  uint64 Write(const char* sql, const std::vector<std::string>& arguments);

  Spi& spi() { return spi_; }

 private:
  void RequireStored(ObjectType type, std::string_view content);
  /// Throws Error(kSerializationFailure) when an object that was seen has been collected.
  void RequireStill(const std::optional<Sha>& sha);
  Sha StoreAlone(ObjectType type, std::string_view content);
  void AddToGraph(const Sha& sha, const Commit& commit,
                  const std::vector<PathDifference>& differences);

  Spi& spi_;
  SpiObjectStore objects_;
  std::optional<SpiPackedGraph> packed_;
  std::size_t looked_up_ = 0;  // commits
  Oid owner_ = InvalidOid;
  std::string approved_ref_;
};

}  // namespace pggit
