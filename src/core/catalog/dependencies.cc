#include <algorithm>
#include <functional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/catalog/kinds.h"

namespace pggit {
namespace {

// One row of pg_depend as the model sees it: a part of `from` needs `on`, or a part of it.
struct Need {
  Object* from;
  Element element;
  const Object* on;
  Element on_element;

  // By object, then as Attributes::needs is sorted.
  auto Order() const { return std::tie(from->id, element, on->id, on_element); }
};

bool Before(const Need& a, const Need& b) {
  if (a.from != b.from) return std::less<>()(a.from, b.from);
  return a.Order() < b.Order();
}

// Whether what `on` names is built after, or together with, the object that seems to need it: a
// sequence's owning column is written with the sequence but only set when the table is there.
bool IsOwnership(const Object& from, const Object& on, char type) {
  return from.id.kind == Kind::kSequence && on.id.kind == Kind::kTable && type == 'a';
}

// The part of `object` that needs what its row is said to need.
Element NeedingElement(const Object& object, Element element) {
  return std::visit(
      [&](const auto& definition) -> Element {
        if constexpr (requires { StartsAsShell(definition); }) {
          if (element.kind == ElementKind::kSelf && StartsAsShell(definition)) {
            return {ElementKind::kMember, kTypeDefinition};
          }
        }
        return std::move(element);
      },
      object.definition);
}

// A sequence behind an identity column comes and goes with its table.
Element Part(const Located& located) {
  return located.kind == ElementKind::kSequence ? Element() : located.element();
}

void NoteExtension(Object& object, const Element& element, const Object& extension) {
  std::vector<std::string>& names = object.attributes.extensions[element];
  const auto at = std::lower_bound(names.begin(), names.end(), extension.id.name);
  if (at == names.end() || *at != extension.id.name) names.insert(at, extension.id.name);
}

std::vector<Need> ReadNeeds(Reader& reader) {
  std::vector<Need> needs;
  for (const DependRow& row : reader.depend_rows()) {
    const auto from = reader.Find(row.from);
    if (!from || (from->is_extension() && !from->itself)) continue;
    const auto on = reader.Find(row.on);
    if (!on || !on->object || from->object == on->object) continue;
    if (IsOwnership(*from->object, *on->object, row.type)) continue;
    if (on->is_extension() && row.type == 'x') {
      NoteExtension(*from->object, from->element(), *on->object);
    }
    needs.push_back({from->object, NeedingElement(*from->object, Part(*from)), on->object,
                     on->is_extension() ? Element() : Part(*on)});
  }
  std::sort(needs.begin(), needs.end(), Before);
  return needs;
}

}  // namespace

void ReadDependencies(Reader& reader) {
  for (Need& need : ReadNeeds(reader)) {
    std::vector<Dependency>& needs = need.from->attributes.needs;
    if (needs.empty() || needs.back().element != need.element || needs.back().on != need.on->id) {
      needs.push_back({std::move(need.element), need.on->id, {}});
    }
    std::vector<Element>& elements = needs.back().elements;
    const bool whole = need.on_element.kind == ElementKind::kSelf;
    if (!whole && (elements.empty() || elements.back() != need.on_element)) {
      elements.push_back(std::move(need.on_element));
    }
  }
}

}  // namespace pggit
