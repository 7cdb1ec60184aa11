#pragma once

#include "extension/compat.h"

extern "C" {
#include "nodes/nodes.h"
}

namespace pggit {

/// Looks at a utility statement before it runs in a session that IsRouted(). Throws what the branch
/// does not allow. True when it is about a kind of object that a database has once: the statement
/// is to run with routing off, and a NOTICE has said that it is not isolated.
bool GuardUtility(const Node* statement);

}  // namespace pggit
