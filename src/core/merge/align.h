#pragma once

#include <string>
#include <vector>

#include "core/merge/conflict.h"
#include "core/model/schema.h"

namespace pggit {

/// What the sides of a merge gave other names, as ParseRename() reads it, each list from the base
/// on. What does not fit its side is left out.
struct MergeRenames {
  std::vector<std::string> ours = {};
  std::vector<std::string> theirs = {};
  int server_major = 15;

  bool empty() const { return ours.empty() && theirs.empty(); }
};

/// The three schemas of a merge, with one name in all of them for what a side renamed.
struct AlignedSchemas {
  Schema base;
  Schema ours;
  Schema theirs;
  /// Over names: kBothRenamed where each side gave another one, kModifiedDeleted and
  /// kDeletedModified where one side renamed what the other dropped, kBothAdded where the new name
  /// stands for something else on the other side.
  std::vector<Conflict> conflicts;
  std::vector<std::string> told;  ///< The renames that lead from ours to here, in order.
};

/// Gives everything the name that the side which renamed it gave it, on all sides; where both did
/// ours stands, or what is favoured. What ours has is then merged as ever: a column that one side
/// renamed and the other changed is one column.
///
/// Texts are taken over from the side whose server printed them where only names differ, and
/// foretold elsewhere.
AlignedSchemas Align(const Schema& base, const Schema& ours, const Schema& theirs,
                     const MergeRenames& renames, const Favours& favours);

/// Sorts what was told by the side that it is true of: the side has the new name and not the old.
/// Throws Error as ParseRename(), or when it is true of neither.
MergeRenames RenamesOfSides(const Schema& base, const Schema& ours, const Schema& theirs,
                            const std::vector<std::string>& told);

}  // namespace pggit
