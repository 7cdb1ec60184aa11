#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/merge/align.h"
#include "extension/repository.h"
#include "extension/working_state.h"

namespace pggit {

// What was renamed is known from the commits, which say so in their messages, and of the live
// schema from the DDL log.

/// The renames that DDL did to the live schema of the branch `ref` since its commit `head`.
std::vector<std::string> LiveRenames(Spi& spi, const std::string& ref,
                                     const std::optional<Sha>& head);

/// Those of `told` that the changes bear out, for the message of the commit that makes them.
std::vector<std::string> RenamesBornOut(Repository& repository,
                                        const std::vector<FileChange>& changes,
                                        const std::vector<std::string>& told);

/// What was renamed on the way from one commit to another, wherever their histories parted. What
/// does not fit is for the reader to leave out.
std::vector<std::string> RenamesFromTo(Repository& repository, CommitGraph& graph, const Sha& from,
                                       const Sha& to);

/// What each side of a merge renamed since the histories parted.
MergeRenames RenamesOfMerge(Repository& repository, CommitGraph& graph, const Sha& ours,
                            const Sha& theirs);

/// What somebody tells of the sides of a merge, added to what they recorded. Of a merge that goes
/// on
/// (`again`) it may be true no more; else throws as RenamesOfSides().
void AddTold(ObjectStore& store, MergeRenames& renames, const std::optional<Sha>& base,
             const Sha& ours, const Sha& theirs, const std::vector<std::string>& told,
             bool again = false);

/// What the commit of a merge says was renamed: what was told, and of what the merge `made` of the
/// branch, what no commit of the other side says.
std::vector<std::string> RenamesToRecord(const std::vector<std::string>& told,
                                         const MergeRenames& renames,
                                         const std::vector<std::string>& made);

}  // namespace pggit
