#pragma once

#include "extension/compat.h"

extern "C" {
#include "nodes/nodes.h"
}

namespace pggit {

/// How a utility statement runs in a session on a branch.
enum class UtilityRoute {
  kBranch,        ///< As it is, with names led to the branch.
  kMain,          ///< As on main: it is about all there is, or, as a NOTICE has said, about what a
                  ///< database has once.
  kCreateSchema,  ///< The branch's schema has another name.
  kDropSchema,    ///< What is written down of the branch's schemas follows.
};

/// Looks at a utility statement before it runs in a session that IsRouted(). Throws what the branch
/// does not allow.
UtilityRoute GuardUtility(const Node* statement);

}  // namespace pggit
