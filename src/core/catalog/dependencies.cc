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

}  // namespace

void ReadDependencies(Reader& reader) {
  // Everything needs its schema; that goes without saying.
  std::map<std::tuple<ObjectId, Element, ObjectId>, std::set<Element>> needs;
  reader.ForEach(
      "SELECT classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype"
      " FROM pg_catalog.pg_depend"
      " WHERE deptype IN ('n', 'a', 'i', 'P', 'S') AND refclassid <> 2615 AND classid <> 0",
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
        if (IsOwnership(*from, *on, cells.Letter())) return;
        std::set<Element>& elements = needs[{from->object, from->element, on->object}];
        if (on->element.kind != ElementKind::kSelf && on->object.kind != Kind::kExtension) {
          elements.insert(on->element);
        }
      });
  for (auto& [key, elements] : needs) {
    const auto& [from, element, on] = key;
    reader.schema().objects.at(from).attributes.needs.push_back(
        {element, on, {elements.begin(), elements.end()}});
  }
  for (auto& [id, object] : reader.schema().objects) {
    std::sort(object.attributes.needs.begin(), object.attributes.needs.end());
  }
}

}  // namespace pggit
