#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/history/commit_graph.h"
#include "core/merge/align.h"
#include "core/merge/conflict.h"
#include "core/store/paths.h"

namespace pggit {

/// What a merge makes of a path that a side changed.
struct MergedPath {
  PathDifference ours;    ///< What ours made of what the base has; equal sides when it did nothing.
  PathDifference theirs;  ///< The same of theirs.
  std::optional<PathEntry> merged;
  bool disputed = false;  ///< Ours, or what was favoured, stands for a merge.
};

/// The merge of two trees. Its blobs are in the store that it was made with.
struct TreeMerge {
  std::map<std::string, MergedPath> paths;
  std::vector<Conflict> conflicts;  ///< In the order of objects and parts.
  PathChanges aligned;  ///< What renames of theirs make of ours; `paths` go on from there.
  std::vector<std::string> told;  ///< These renames, as RenameAll() reads them.

  /// What becomes of the tree of ours.
  PathChanges Changes() const;
};

/// Merges what two trees made of `base`, nothing being an empty tree. Reads the directories that
/// differ, and of definitions those that both sides changed or that need what the other changed.
///
/// Writes blobs of what merged, and no trees. Definitions merge part by part; other files by lines,
/// and where that fails ours stands, disputed, with a conflict on an object named as the path.
///
/// With renames the trees are aligned first, which reads all definitions of the three.
TreeMerge MergeTrees(ObjectStore& store, const std::optional<Sha>& base, const Sha& ours,
                     const Sha& theirs, const Favours& favours = {},
                     const MergeRenames& renames = {});

/// The path of what a conflict is about, with the part when it is one:
/// `public/tables/t.sql#column:a`.
std::string ConflictPath(const TreeMerge& merge, const Conflict& conflict);

/// The paths of all conflicts, in their order.
std::vector<std::string> ConflictPaths(const TreeMerge& merge);

/// The tree that the merge of two commits starts from: that of their one best common ancestor, or,
/// of histories that crossed, the merge of all of them, in which what they disagree on is as their
/// own ancestors had it. Nothing when the histories have no commit in common.
std::optional<Sha> MergeBaseTree(CommitGraph& graph, ObjectStore& store, const Sha& ours,
                                 const Sha& theirs);

}  // namespace pggit
