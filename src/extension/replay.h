#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extension/changer.h"
#include "extension/merge_record.h"

namespace pggit {

/// Commits that are done anew on top of something else: those of a branch (`rebase`), one of
/// another branch (`cherry_pick`), or one backwards (`revert`).
struct Replay {
  std::string operation;
  std::string source;     ///< What somebody named: what to go on top of, or what to do.
  std::string target;     ///< The ref of the branch that moves,
  Sha head;               ///< where it is,
  Sha onto;               ///< and what it goes on top of; `head`, unless it is rebased.
  Sha done;               ///< The last commit that was made, `onto` before the first.
  std::vector<Sha> todo;  ///< What is left, in order.
};

/// Does what is left, the first of it as was decided, from what the branch has now. The branch and
/// its live schema are as they were until the end, and are then what came of it.
///
/// At a conflict it waits as a merge does: in pggit_v0.merges, over disconnects and restarts.
/// `open` is the record of one that waited already, `skips` that it is not that commit any more
/// which comes first. Where there is nothing new the status is up_to_date.
MergeOutcome RunReplay(Changer& changer, Replay replay, const std::optional<OpenMerge>& open,
                       bool skips = false);

/// What waits, and is no merge, as it was recorded. Throws Error(kSerializationFailure) when the
/// branch moved since.
Replay RequireReplay(Changer& changer, const OpenMerge& open);

}  // namespace pggit
