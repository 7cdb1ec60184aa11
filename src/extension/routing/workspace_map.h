#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extension/compat.h"

namespace pggit {

/// A schema of main's, or of the branch's alone.
struct BranchSchema {
  std::string name;             ///< What statements call it.
  std::string physical;         ///< The branch's own; empty when it has none of that name.
  Oid own = InvalidOid;         ///< The same; none when it was dropped behind our back.
  Oid of_main = InvalidOid;     ///< Main's; none when main has none.
  bool has_extensions = false;  ///< Whether an extension put its objects into main's.
};

/// What a session on a branch sees instead of main's schemas. Of these it lists all but those that
/// everybody has: schemas that extensions brought, and what `.pggit/ignore` leaves out.
struct WorkspaceMap {
  enum class State {
    kReady,
    kNoWorkspace,  ///< The branch is a ref and no more.
    kNoBranch,
  };

  std::string branch;
  State state = State::kNoBranch;
  std::vector<BranchSchema> schemas;

  const BranchSchema* Find(std::string_view name) const;

  /// That of which this is the branch's own.
  const BranchSchema* FindOwn(Oid schema) const;

  /// Whether this is one of main's schemas, which the branch has its own of or does without.
  bool IsOfMain(Oid schema) const;
};

/// Whether it is a schema that is nobody's to version.
bool IsServersOrOurs(std::string_view schema);

/// Reads the map of a branch from pggit.workspaces, as the newest catalog has it. Names must not be
/// led meanwhile. Needs a transaction.
WorkspaceMap ReadWorkspaceMap(const std::string& branch);

/// Calls `changed` whenever a map may be another one: from callbacks of the server's caches, where
/// nothing can be read. Once a session.
void WatchWorkspaces(void (*changed)());

/// Tells all sessions, when the transaction commits, that rows of pggit.workspaces are others.
void PublishWorkspaces();

}  // namespace pggit
