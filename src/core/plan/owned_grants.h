#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "core/model/schema.h"

namespace pggit {

// Where owners are not compared, two schemas can differ in who owns an object. What the target
// grants to the role that owns it in the start cannot be granted there: the role has it as the
// owner, and the server does not keep the two apart.

/// Who owns what.
using Owners = std::map<ObjectId, std::string>;

/// Takes the owners out of the schema.
Owners TakeOwners(Schema& schema);

/// Leaves out of `target` what a role is granted on an object that it owns by `owners`, and takes
/// what it granted there for the owner's grants. Returns on how many objects there was such.
std::size_t LeaveOutGrantsToOwners(Schema& target, const Owners& owners);

}  // namespace pggit
