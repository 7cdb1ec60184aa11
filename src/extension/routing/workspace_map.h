#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extension/routing/namespace_cache.h"

namespace pggit {

/// A schema that a branch has its own of.
struct BranchSchema {
  std::string name;             ///< What statements call it.
  NamespaceRow own;             ///< The branch's; none when it was dropped there.
  Oid of_main = InvalidOid;     ///< Main's; none when main has none.
  bool has_extensions = false;  ///< Whether an extension put its objects into main's.
};

/// What a session on a branch sees instead of main's schemas.
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

  /// Whether this is one of main's schemas that the branch has its own of.
  bool IsOfMain(Oid schema) const;
};

/// Reads the map of a branch from pggit.workspaces, as the newest catalog has it. What this session
/// pretends of its schemas must be forgotten. Needs a transaction.
WorkspaceMap ReadWorkspaceMap(const std::string& branch);

/// Calls `changed` whenever a map may be another one: from callbacks of the server's caches, where
/// nothing can be read. Once a session.
void WatchWorkspaces(void (*changed)());

/// Tells all sessions, when the transaction commits, that rows of pggit.workspaces are others.
void PublishWorkspaces();

}  // namespace pggit
