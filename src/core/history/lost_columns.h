#pragma once

#include <vector>

#include "core/merge/conflict.h"
#include "core/model/schema.h"

namespace pggit {

/// The conflicts of `merged` over columns that one side dropped and that a part which the other
/// side made or changed speaks of: an index on such a column, a check, a policy.
///
/// Parts of one object list no needs of each other, so their texts are asked for the name. Whoever
/// calls a column as what a part names for another reason gets a conflict to decide.
std::vector<Conflict> LostColumns(const Object& merged, const Object& ours, const Object& theirs);

}  // namespace pggit
