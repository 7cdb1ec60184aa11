#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/merge/align.h"
#include "core/store/paths.h"

namespace pggit {

/// The trees of a merge with one name in all of them for what a side renamed.
struct AlignedTrees {
  std::optional<Sha> base;
  Sha ours;
  Sha theirs;
  PathChanges changes;  ///< From ours to there.
  std::vector<Conflict> conflicts;
  std::vector<std::string> told;  ///< The renames from ours to there.
};

/// Does to trees what Align() does to schemas. Reads the definitions of `base` and parses those
/// that speak of what is renamed; writes those that change, and their trees.
AlignedTrees AlignTrees(ObjectStore& store, const std::optional<Sha>& base, const Sha& ours,
                        const Sha& theirs, const MergeRenames& renames, const Favours& favours);

/// RenamesOfSides() of trees.
MergeRenames RenamesOfTrees(ObjectStore& store, const std::optional<Sha>& base, const Sha& ours,
                            const Sha& theirs, const std::vector<std::string>& told);

/// Of what is told to lead from one tree to another what it comes to, without detours.
std::vector<std::string> RenamesBetweenTrees(ObjectStore& store, const Sha& from, const Sha& to,
                                             const std::vector<std::string>& told);

/// What leads back from the tree `to` to the tree `from`, of which it was told how it came of it.
std::vector<std::string> RenamesBackBetweenTrees(ObjectStore& store, const Sha& from, const Sha& to,
                                                 const std::vector<std::string>& told);

}  // namespace pggit
