#include "core/diff/parts.h"

#include <type_traits>
#include <variant>

#include "core/diff/fields.h"

namespace pggit {

std::set<Element> ListedParts(const Object& object) {
  std::set<Element> parts;
  const auto add = [&](const auto& member) {
    if constexpr (kIsPartList<std::decay_t<decltype(member)>>) {
      for (const auto& part : member) parts.insert(PartElement(part));
    }
  };
  std::visit(
      [&](const auto& value) {
        EachField(&value, [&](const char* /*name*/, auto member) { add(value.*member); });
      },
      object.definition);
  return parts;
}

}  // namespace pggit
