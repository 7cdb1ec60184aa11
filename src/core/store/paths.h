#pragma once

#include <map>
#include <string>

#include "core/store/object_store.h"

namespace pggit {

/// What lies at a path.
struct PathEntry {
  Mode mode = Mode::kFile;
  Sha sha;

  auto operator<=>(const PathEntry&) const = default;
};

/// All files below a tree by their path, `public/tables/users.sql`.
using Paths = std::map<std::string, PathEntry>;

/// Writes the trees that hold `paths`, one for each directory, and gives the root's id.
///
/// Throws Error(kIntegrity) for a path no tree can hold, or one that is a file and a directory.
Sha WriteTrees(ObjectStore& store, const Paths& paths);

/// Every file below the tree `root`.
Paths ReadPaths(ObjectStore& store, const Sha& root);

/// What lies at `path` below `root`, a directory included; the root itself at the empty path.
std::optional<PathEntry> FindPath(ObjectStore& store, const Sha& root, std::string_view path);

}  // namespace pggit
