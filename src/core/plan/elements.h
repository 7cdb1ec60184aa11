#pragma once

#include <string>
#include <vector>

#include "core/model/schema.h"

namespace pggit {

// Parts that plans speak of beside those that a definition names: what binds a table to others.

inline const Element kAttachment{ElementKind::kPartition, ""};  ///< A partition to its table.
inline const Element kOfType{ElementKind::kMember, "of type"};
inline const Element kOwnedBy{ElementKind::kMember, "owned by"};
inline const Element kReplicaIdentity{ElementKind::kMember, "replica identity"};

/// What binds a table to one that it inherits from, by the name that SQL has for that.
inline Element Bond(const std::string& parent) {
  return {ElementKind::kMember, "inherits " + parent};
}

/// How many of the tables that `to` inherits from stay as they are: a bond that is made comes last,
/// so those before it are the first ones of `to`, and stand in `from` in the same order.
inline std::size_t KeptBonds(const std::vector<std::string>& from,
                             const std::vector<std::string>& to) {
  std::size_t kept = 0;
  for (const std::string& parent : from) {
    if (kept < to.size() && to[kept] == parent) ++kept;
  }
  return kept;
}

}  // namespace pggit
