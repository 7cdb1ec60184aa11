#include "core/diff/change.h"

#include "core/base/identifier.h"

namespace pggit {

std::string_view ChangeTypeName(ChangeType type) {
  switch (type) {
    case ChangeType::kAdded: return "added";
    case ChangeType::kRemoved: return "removed";
    case ChangeType::kModified: return "modified";
    case ChangeType::kRenamed: return "renamed";
  }
  return "";
}

std::string Describe(const ObjectId& object, const Element& element) {
  if (element.kind == ElementKind::kSelf) return Describe(object);
  std::string text(ElementKindName(element.kind));
  if (!element.name.empty()) text += ' ' + QuoteIdentifier(element.name);
  return text + " of " + Describe(object);
}

}  // namespace pggit
