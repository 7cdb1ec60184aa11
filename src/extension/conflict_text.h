#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/history/merge_trees.h"

namespace pggit {

/// A conflict as people read it: what each side has of the part that it is about.
struct ConflictText {
  std::string path;                    ///< Of the object.
  std::optional<std::string> element;  ///< "column:a"; nothing for the object as a whole.
  std::string type;
  std::optional<std::string> base;
  std::optional<std::string> ours;
  std::optional<std::string> theirs;
  std::optional<std::string> reason;  ///< Why it cannot be, where the server said so.

  /// `public/tables/t.sql#column:a`
  std::string Path() const { return element ? path + '#' + *element : path; }
};

ConflictText TextOf(ObjectStore& store, const TreeMerge& merge, const Conflict& conflict);

/// What lies at `entry`; nothing for nothing.
std::optional<std::string> ContentOf(ObjectStore& store, const std::optional<PathEntry>& entry);

}  // namespace pggit
