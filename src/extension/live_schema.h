#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/catalog/changes.h"
#include "core/catalog/snapshot.h"
#include "extension/ignore_file.h"
#include "extension/verified_state.h"
#include "extension/working_state.h"

namespace pggit {

/// The live schema of a branch as it was when it was read, which is now.
///
/// A branch that has a workspace is read whole; main alone is written down as verified.
/// Where it was verified before that it is what a tree holds, only what changed since is read. The
/// setting pggit.read_everything = on makes a session do without.
class LiveSchema {
 public:
  /// Reads that of the branch `ref`, which has one. `is_to_last`: Remember() may be called. `spi`
  /// and `repository` must outlive it. Throws Error(kUnsupportedObject) when it holds what cannot
  /// be represented.
  LiveSchema(Spi& spi, Repository& repository, std::string ref, bool is_to_last);
  LiveSchema(const LiveSchema&) = delete;
  LiveSchema& operator=(const LiveSchema&) = delete;

  /// What it has and `tree` has not, and the other way round. What `.pggit/ignore` leaves out it
  /// has not; the file is the working one.
  std::vector<FileChange> ChangesFrom(const std::optional<Sha>& tree);
  /// The same with the file of `tree`, which leaves out nothing that `tree` has.
  std::vector<FileChange> ChangesByRulesOf(const Sha& tree);

  /// Writes down that it is what `tree` holds, but for what ChangesFrom() left out last.
  void Remember(const Sha& tree);

 private:
  struct Known;

  void Read(bool may_read_less);
  /// False when that cannot tell.
  bool ReadSinceVerified(RowSource& source);
  /// What the rows tell of that came, went or were written anew on the pages looked into.
  std::set<CatalogAddress> Touched();
  void ReadEverything(RowSource& source);
  Files RenderAll() const;
  std::vector<FileChange> Changes(const std::optional<Sha>& tree,
                                  const std::optional<std::string>& ignore_file,
                                  const Ignored& ignored);
  std::vector<FileChange> ChangesOfEverything(const std::optional<Sha>& tree,
                                              const std::optional<std::string>& ignore_file,
                                              const Ignored& ignored);
  std::vector<FileChange> ChangesSinceVerified(const std::optional<Sha>& tree,
                                               const std::optional<std::string>& ignore_file,
                                               const Ignored& ignored);

  Spi& spi_;
  Repository& repository_;
  const std::string ref_;
  const bool is_to_last_;
  VerifiedTables tables_;
  std::uint64_t next_transaction_ = 0;
  CatalogPages pages_;
  /// Names that are others than before, or all.
  std::map<CatalogAddress, std::optional<std::string>> names_;

  /// Either this, with what changed since ...
  std::optional<VerifiedState> verified_;
  std::map<CatalogPage, std::vector<PageRow>> pages_before_;
  std::map<std::string, std::optional<std::string>> changed_;
  /// ... or everything.
  std::optional<Snapshot> everything_;
  Files files_;

  /// Definitions that were left out: what was verified, or the definition.
  PathChanges left_out_;
};

}  // namespace pggit
