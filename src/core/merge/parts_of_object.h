#pragma once

#include <set>
#include <tuple>
#include <type_traits>
#include <variant>

#include "core/diff/fields.h"
#include "core/diff/parts.h"

namespace pggit {

/// The parts that the definition of `object` lists.
inline std::set<Element> PartsOfDefinition(const Object& object) {
  std::set<Element> parts;
  const auto add = [&](const auto& member) {
    if constexpr (kIsPartList<std::decay_t<decltype(member)>>) {
      for (const auto& part : member) parts.insert(PartElement(part));
    }
  };
  std::visit(
      [&](const auto& value) {
        std::apply([&](const auto&... field) { (add(value.*field.member), ...); },
                   FieldsOf(&value));
      },
      object.definition);
  return parts;
}

}  // namespace pggit
