#pragma once

#include <string>
#include <string_view>

#include "core/catalog/snapshot.h"
#include "extension/workspaces.h"

namespace pggit {

/// What a workspace holds, under the names that its definitions use.
Snapshot ReadWorkspace(Spi& spi, const Workspace& workspace, SnapshotOptions options = {});

/// The live schema of a branch that has a workspace: what that holds, and what lies in no schema.
///
/// The latter is there once in a database, and main's. A branch has it as its head has it, unless
/// it differs from main's head too: then somebody is at work on it, perhaps on this branch.
Snapshot ReadBranch(Spi& spi, Repository& repository, const Workspace& workspace);

/// Whether what lies at `path` is there once in a database, whatever the branch.
bool IsShared(std::string_view path);

}  // namespace pggit
