#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/merge/conflict.h"
#include "extension/live_change.h"
#include "extension/trial_build.h"

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

  /// The tree of what the branch `ref`, which is at `head`, has now: what is live where it is, or
  /// its last commit's.
  Sha TreeNow(const std::string& ref, const Sha& head);

  /// The renames that lead back from what the branch has now to its last commit.
  std::vector<std::string> RenamesBack(const std::string& ref, const Sha& head);

  /// Throws Error(kUncommittedChanges) when `ref` has a working state that is not what `head`
  /// holds.
  void RequireClean(const std::string& ref, const Sha& head);

  /// Moves the current branch, and the live schema with it when it shall be `commit`'s.
  void Move(const Sha& commit, const std::string& reason, bool and_schema, DataLoss data_loss);

  /// Moves `ref`, which is at `head`, to a commit that has all it has, and its live schema with it,
  /// in which what was renamed on the way, and what is `told`, is renamed.
  void FastForward(const std::string& ref, const Sha& head, const Sha& commit,
                   const std::string& reason, const std::vector<std::string>& told = {});

  /// Commits onto `ref`, which is at `head`, after the live schema was turned into the commit's
  /// tree where there is one, by renaming what is told. Columns stand in the commit as they stand
  /// in the live tables.
  Sha CommitTree(const std::string& ref, Commit commit, const std::string& reason, const Sha& head,
                 const std::vector<std::string>& told);
  /// The same, where `ref` is at the commit's first parent.
  Sha CommitTree(const std::string& ref, Commit commit, const std::string& reason,
                 const std::vector<std::string>& told) {
    const Sha head = commit.parents.front();
    return CommitTree(ref, std::move(commit), reason, head, told);
  }

  /// Does what changes a branch and its live schema. When the server refuses a statement, of the
  /// change or of its trial, nothing is done, and the answer says which; what has other causes is
  /// thrown as ever.
  std::optional<Refusal> RefusalOf(const std::function<void()>& change);

 private:
  std::vector<FileChange> Turn(const std::string& ref, const Sha& tree,
                               const std::vector<std::string>& told);

  Spi spi_;
  Repository repository_;
  std::optional<Refusal> running_;  // the statement that runs, as if it were refused
};

/// What came of bringing two branches together, as the functions that do it answer.
struct MergeOutcome {
  std::string status;
  std::optional<Sha> commit;           ///< Nothing after conflicts.
  std::vector<std::string> conflicts;  ///< Their paths.
};

/// Whose part a strategy takes. Throws Error(kInvalidArgument) when there is no such strategy.
Favour FavourOf(const std::string& strategy);

void AddOutcome(ResultSet& result, const MergeOutcome& outcome);

}  // namespace pggit
