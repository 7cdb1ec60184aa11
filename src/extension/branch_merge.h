#pragma once

#include <string>
#include <vector>

#include "extension/changer.h"
#include "extension/merge_record.h"

namespace pggit {

/// How a merge is to be made.
struct MergeWay {
  bool waits = true;          ///< At conflicts it is kept, to be continued; else nothing is.
  bool fast_forwards = true;  ///< Where the branch has nothing of its own it just moves.
  std::string message = {};   ///< Of the commit; one that names the branches when empty.
};

/// Brings `record.theirs` into the branch `record.target`, which is at `record.ours`, and its live
/// schema with it. Fills in the base, and records what comes of it.
///
/// Throws Error(kConflict) while another merge into it waits, Error(kUncommittedChanges) when the
/// live schema is not that of its head, and what TurnLiveSchemaInto() throws.
MergeOutcome MergeBranch(Changer& changer, MergeRecord record, const MergeWay& way);

/// Throws away the record of what waits, and nothing else; says so of a live schema with changes.
void GiveUp(Changer& changer, const OpenMerge& open);

/// What the server refuses as a conflict: of type dependency, since no side's part would work. Says
/// so in a warning, too.
ConflictText TextOf(ObjectStore& store, const TreeMerge& merge, const Refusal& refusal);

/// The conflicts of a merge as people read them.
std::vector<ConflictText> TextsOf(ObjectStore& store, const TreeMerge& merge);

/// The commit of a merge of `theirs` into the branch `ref`, which is at `ours`.
Commit MergeCommit(const std::string& source, const std::string& ref, const Sha& ours,
                   const Sha& theirs, const Sha& tree);

}  // namespace pggit
