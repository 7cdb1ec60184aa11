#pragma once

#include <string>
#include <vector>

#include "core/model/schema.h"

namespace pggit {

/// The names that an object, or a part of it, takes from all others while it is there, each with
/// the space it is taken in: relations and indexes share one, types and row types another, all
/// routines a third.
std::vector<std::string> NameClaims(const Object& object);
std::vector<std::string> NameClaims(const Object& object, const Element& element);

}  // namespace pggit
