#pragma once

#include <string>

#include "core/model/object_id.h"

namespace pggit {

/// `statement`, a GRANT or REVOKE of something on `id`, which is there already, with its owner for
/// kOwnerRole, whoever runs it: a block that asks the server for the owner. Statements about other
/// roles come back as they are; so do those about aggregates, which no cast finds by their
/// arguments, and about what has no owner of its own.
std::string NamingOwner(const ObjectId& id, const std::string& statement);

}  // namespace pggit
