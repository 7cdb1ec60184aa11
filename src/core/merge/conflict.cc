#include "core/merge/conflict.h"

namespace pggit {

std::string_view ConflictTypeName(ConflictType type) {
  switch (type) {
    case ConflictType::kBothModified: return "both_modified";
    case ConflictType::kBothAdded: return "both_added";
    case ConflictType::kModifiedDeleted: return "modified_deleted";
    case ConflictType::kDeletedModified: return "deleted_modified";
    case ConflictType::kBothRenamed: return "both_renamed";
    case ConflictType::kDependency: return "dependency";
  }
  return {};
}

}  // namespace pggit
