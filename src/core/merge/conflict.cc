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

std::optional<Favour> Favours::Decided(const ObjectId& object, const Element& element) const {
  const auto found = decided.find({object, element});
  return found == decided.end() ? std::nullopt : std::optional(found->second);
}

Favour Favours::Of(const ObjectId& object, const Element& element) const {
  return Decided(object, element).value_or(everywhere);
}

}  // namespace pggit
