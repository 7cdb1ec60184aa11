#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/catalog/kinds.h"

namespace pggit {
namespace {

// Whether what `on` names is built after, or together with, the object that seems to need it: a
// sequence's owning column is written with the sequence but only set when the table is there.
bool IsOwnership(const Located& from, const Located& on, char type) {
  return from.object.kind == Kind::kSequence && on.object.kind == Kind::kTable && type == 'a';
}

// The part of `object` that needs what its row is said to need.
Element NeedingElement(const Object& object, const Element& element) {
  return std::visit(
      [&](const auto& definition) -> Element {
        if constexpr (requires { StartsAsShell(definition); }) {
          if (element.kind == ElementKind::kSelf && StartsAsShell(definition)) {
            return {ElementKind::kMember, kTypeDefinition};
          }
        }
        return element;
      },
      object.definition);
}

}  // namespace

void ReadDependencies(Reader& reader) {
  // What lives in a schema needs it; that goes without saying.
  std::map<std::tuple<ObjectId, Element, ObjectId>, std::set<Element>> needs;
  std::map<std::pair<ObjectId, Element>, std::set<std::string>> extensions;
  reader.ForEach(
      "SELECT classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype"
      " FROM pg_catalog.pg_depend"
      " WHERE deptype IN ('n', 'a', 'i', 'P', 'S', 'x') AND classid <> 0"
      "  AND (refclassid <> 2615 OR classid IN (826, 3079, 6237))",
      [&](Cells& cells) {
        const CatalogAddress from_address{static_cast<Catalog>(cells.Oid()), cells.Oid(),
                                          static_cast<int>(cells.Integer())};
        const Located* from = reader.Find(from_address);
        if (!from || reader.IsMember(from_address)) return;
        const CatalogAddress on_address{static_cast<Catalog>(cells.Oid()), cells.Oid(),
                                        static_cast<int>(cells.Integer())};
        const Located* on = reader.Find(on_address);
        if (!on) return;
        if (from->object == on->object) return;
        const char type = cells.Letter();
        if (IsOwnership(*from, *on, type)) return;
        if (on->object.kind == Kind::kExtension) {
          // One that is always there is not versioned.
          if (!reader.schema().objects.contains(on->object)) return;
          if (type == 'x') {
            extensions[{from->object, from->element}].insert(on->object.name);
          }
        }
        const Element needing =
            NeedingElement(reader.schema().objects.at(from->object), from->element);
        std::set<Element>& elements = needs[{from->object, needing, on->object}];
        if (on->element.kind != ElementKind::kSelf && on->object.kind != Kind::kExtension) {
          elements.insert(on->element);
        }
      });
  for (auto& [key, elements] : needs) {
    const auto& [from, element, on] = key;
    reader.schema().objects.at(from).attributes.needs.push_back(
        {element, on, {elements.begin(), elements.end()}});
  }
  for (auto& [key, names] : extensions) {
    reader.schema().objects.at(key.first).attributes.extensions[key.second] = {names.begin(),
                                                                               names.end()};
  }
  for (auto& [id, object] : reader.schema().objects) {
    std::sort(object.attributes.needs.begin(), object.attributes.needs.end());
  }
}

}  // namespace pggit
