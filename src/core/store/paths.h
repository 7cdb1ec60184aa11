#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// What becomes of paths: something else lies there, or nothing any more.
using PathChanges = std::map<std::string, std::optional<PathEntry>>;

/// Writes the trees of `root` with `changes` made, the changed directories alone, and gives the new
/// root's id. Without `root`, of nothing. A directory that becomes empty is gone.
///
/// Throws Error(kIntegrity) for a path no tree can hold, or one that is a file and a directory.
Sha UpdateTrees(ObjectStore& store, const std::optional<Sha>& root, const PathChanges& changes);

/// Writes the trees that hold `paths`, one for each directory, and gives the root's id.
Sha WriteTrees(ObjectStore& store, const Paths& paths);

/// Every file below the tree `root`.
Paths ReadPaths(ObjectStore& store, const Sha& root);

/// What lies at `path` below `root`, a directory included; the root itself at the empty path.
std::optional<PathEntry> FindPath(ObjectStore& store, const Sha& root, std::string_view path);

/// What happened where something was, or is, or both: added, removed or modified.
constexpr const char* ChangeKind(bool was, bool is) {
  if (!was) return "added";
  return is ? "modified" : "removed";
}

/// A path at which two trees differ; what is missing was added or removed.
struct PathDifference {
  std::string path;
  std::optional<PathEntry> before;
  std::optional<PathEntry> after;

  bool operator==(const PathDifference&) const = default;
};

/// Where the files of two trees differ, in the order of paths in trees. A tree left out is empty.
/// Looks into the directories that differ and into no other.
std::vector<PathDifference> DiffTrees(ObjectStore& store, const std::optional<Sha>& before,
                                      const std::optional<Sha>& after);

}  // namespace pggit
