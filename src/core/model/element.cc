#include "core/model/element.h"

namespace pggit {

std::string_view ElementKindName(ElementKind kind) {
  switch (kind) {
    case ElementKind::kSelf: return "";
    case ElementKind::kColumn: return "column";
    case ElementKind::kDefault: return "default";
    case ElementKind::kSequence: return "sequence";
    case ElementKind::kConstraint: return "constraint";
    case ElementKind::kIndex: return "index";
    case ElementKind::kPartition: return "partition";
    case ElementKind::kRule: return "rule";
    case ElementKind::kTrigger: return "trigger";
    case ElementKind::kPolicy: return "policy";
    case ElementKind::kMember: return "member";
  }
  return "";
}

std::optional<std::string> ElementText(const Element& element) {
  if (element.kind == ElementKind::kSelf) return std::nullopt;
  const std::string kind(ElementKindName(element.kind));
  return element.name.empty() ? kind : kind + ':' + element.name;
}

std::optional<ElementKind> ElementKindFromName(std::string_view name) {
  for (int i = 1; i <= static_cast<int>(ElementKind::kMember); ++i) {
    const auto kind = static_cast<ElementKind>(i);
    if (ElementKindName(kind) == name) return kind;
  }
  return std::nullopt;
}

}  // namespace pggit
