#include "core/catalog/kinds.h"

namespace pggit {

void ReadComments(Reader& reader) {
  reader.ForEach(
      "SELECT classoid, objoid, objsubid, description FROM pg_catalog.pg_description"
      " WHERE (objoid >= 16384 OR classoid = 2615) AND {any classoid objoid}",
      [&](Cells& cells) {
        const CatalogAddress address{static_cast<Catalog>(cells.Oid()), cells.Oid(),
                                     static_cast<int>(cells.Integer())};
        const auto located = reader.Find(address);
        if (!located) return;
        // Members of extensions, and their columns, are found as the extension.
        if (located->is_extension() && !located->itself) return;
        // A comment on an array type or the like is not one on the object it stands for.
        if (located->kind == ElementKind::kSelf && !located->itself) return;
        Element element = located->element();
        // A key and its index can both be commented on.
        if (address.catalog == Catalog::kClass && element.kind == ElementKind::kConstraint) {
          element.kind = ElementKind::kIndex;
        }
        std::string comment = cells.Text();
        const ObjectId& id = located->object->id;
        if (id.kind == Kind::kSchema && reader.IsPublic(id.name) &&
            comment == "standard public schema") {
          return;  // As initdb left it.
        }
        located->object->attributes.comments[element] = std::move(comment);
      });
}

}  // namespace pggit
