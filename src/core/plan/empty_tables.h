#pragma once

#include <set>

#include "core/model/schema.h"

namespace pggit {

/// The tables that have to stay empty when those in `without` do: they, and the tables that refer
/// to them by foreign keys, partitions included, and so on.
std::set<ObjectId> EmptyTables(const Schema& schema, const std::set<ObjectId>& without);

}  // namespace pggit
