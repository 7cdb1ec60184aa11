#pragma once

#include <string>

#include "core/model/schema.h"
#include "core/plan/hazard.h"

namespace pggit {

/// A statement, or several with semicolons between them, and what it costs.
struct Removal {
  std::string sql;
  Cost cost;
};

/// Drops `object`, which nothing else needs any more.
Removal Drop(const Object& object);

/// Takes one part off `object`, which stays. With `alone`, a column stays in the tables that
/// inherit it, as their own.
Removal DropPart(const Object& object, const Element& element, bool alone = false);

/// Takes `members` off an operator family.
std::string DropFamilyMembers(const ObjectId& id, const FamilyMembers& members);

/// `FUNCTION public.f(integer)` as DROP and ALTER take it.
std::string DropTarget(const ObjectId& id);

}  // namespace pggit
