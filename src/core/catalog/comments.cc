#include "core/catalog/kinds.h"

namespace pggit {

void ReadComments(Reader& reader) {
  reader.ForEach(
      "SELECT classoid, objoid, objsubid, description FROM pg_catalog.pg_description"
      " WHERE objoid >= 16384 OR classoid = 2615",
      [&](Cells& cells) {
        const CatalogAddress address{static_cast<Catalog>(cells.Oid()), cells.Oid(),
                                     static_cast<int>(cells.Integer())};
        if (reader.IsMember(address)) return;
        const Located* located = reader.Find(address);
        if (!located) return;
        // A column of a table that belongs to an extension is found as the extension.
        if (located->object.kind == Kind::kExtension && !located->itself) return;
        // A comment on an array type or the like is not one on the object it stands for.
        if (located->element.kind == ElementKind::kSelf && !located->itself) return;
        Element element = located->element;
        // A key and its index can both be commented on.
        if (address.catalog == Catalog::kClass && element.kind == ElementKind::kConstraint) {
          element.kind = ElementKind::kIndex;
        }
        std::string comment = cells.Text();
        const ObjectId& id = located->object;
        if (id.kind == Kind::kSchema && id.name == "public" &&
            comment == "standard public schema") {
          return;  // As initdb left it.
        }
        reader.schema().objects.at(id).attributes.comments[element] = std::move(comment);
      });
}

}  // namespace pggit
