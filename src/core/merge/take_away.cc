#include "core/merge/take_away.h"

#include <algorithm>
#include <type_traits>
#include <variant>

#include "core/diff/fields.h"
#include "core/diff/parts.h"

namespace pggit {
namespace {

void TakePart(Definition& definition, const Element& element) {
  const auto take = [&](auto& member) {
    if constexpr (kIsPartList<std::decay_t<decltype(member)>>) {
      std::erase_if(member, [&](const auto& part) { return PartElement(part) == element; });
    }
  };
  std::visit(
      [&](auto& value) {
        EachField(&value, [&](const char* /*name*/, auto member) { take(value.*member); });
      },
      definition);
  if (auto* type = std::get_if<EnumType>(&definition)) std::erase(type->values, element.name);
}

}  // namespace

void TakeAway(Schema& schema, const ObjectId& object, const Element& element) {
  const auto found = schema.objects.find(object);
  if (found == schema.objects.end()) return;
  if (element == Element{}) {
    schema.objects.erase(found);
    return;
  }
  TakePart(found->second.definition, element);
  Attributes& attributes = found->second.attributes;
  attributes.privileges.erase(element);
  attributes.comments.erase(element);
  attributes.labels.erase(element);
  attributes.extensions.erase(element);
  std::erase_if(attributes.needs, [&](const Dependency& need) { return need.element == element; });
}

}  // namespace pggit
