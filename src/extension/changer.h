#pragma once

#include <optional>
#include <string>
#include <utility>

#include "core/merge/conflict.h"
#include "extension/live_change.h"

namespace pggit {

/// The repository under a function that turns branches, and the live schema, into something else.
class Changer {
 public:
  Changer() : repository_(spi_) { repository_.RequireInitialised(); }

  Spi& spi() { return spi_; }
  Repository& repository() { return repository_; }
  SpiObjectStore& Objects() { return repository_.Objects(); }

  /// The commit of the current branch. Throws Error(kUnknownRevision) before the first.
  Sha Head();
  Sha TreeOf(const Sha& commit) { return Objects().ReadCommit(commit).tree; }

  /// Throws Error(kUncommittedChanges) when `ref` has a working state that is not what `head`
  /// holds.
  void RequireClean(const std::string& ref, const Sha& head);

  /// Moves the current branch, and the live schema with it when it shall be `commit`'s.
  void Move(const Sha& commit, const std::string& reason, bool and_schema, DataLoss data_loss);

  /// Commits onto `ref`, which is at `head`, after the live schema was turned into the commit's
  /// tree where there is one. Columns stand in the commit as they stand in the live tables.
  Sha CommitTree(const std::string& ref, Commit commit, const std::string& reason, const Sha& head);
  /// The same, where `ref` is at the commit's first parent.
  Sha CommitTree(const std::string& ref, Commit commit, const std::string& reason) {
    const Sha head = commit.parents.front();
    return CommitTree(ref, std::move(commit), reason, head);
  }

 private:
  Spi spi_;
  Repository repository_;
};

/// The text at `index`. Throws Error(kInvalidArgument) when it is null.
std::string RequiredText(FunctionCallInfo fcinfo, int index, const char* name);

}  // namespace pggit
