#pragma once

#include "extension/compat.h"

extern "C" {
#include "nodes/parsenodes.h"
#include "nodes/plannodes.h"
}

namespace pggit {

/// Schemas that come and go on the branch that the session is on. What a statement calls `app` lies
/// in a schema of another name, which pggit.workspaces tells.

/// CREATE SCHEMA, to be run instead of `statement`: it makes the branch's schema, which is written
/// down already.
PlannedStmt* CreateBranchSchema(const PlannedStmt* statement);

/// Throws Error(kNotSupported) unless all schemas of a DROP SCHEMA are the branch's.
void RequireBranchSchemas(const DropStmt* statement);

/// Forgets those that the statement has dropped.
void ForgetDroppedSchemas(const DropStmt* statement);

}  // namespace pggit
