#pragma once

#include "core/history/merge_trees.h"

namespace pggit {

/// Says in a notice what a side that dropped something may have renamed instead, where that is what
/// the merge disagrees on, and how to tell. Nothing is ever taken for renamed because of it.
void TellOfPossibleRenames(ObjectStore& store, const TreeMerge& merge);

}  // namespace pggit
