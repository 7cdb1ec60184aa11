#pragma once

#include "core/history/merge_trees.h"
#include "extension/changer.h"
#include "extension/merge_record.h"

namespace pggit {

/// What `merge` disagrees on, as it was decided while it waited: by resolve_conflict(), or by
/// making another thing of the part in the live schema than `committed`, the merge with the last
/// commit, has. Notes the latter.
Favours DecisionsOn(Changer& changer, const OpenMerge& open, const TreeMerge& merge,
                    const TreeMerge& committed);

}  // namespace pggit
