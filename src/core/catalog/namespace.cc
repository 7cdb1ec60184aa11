#include "core/catalog/kinds.h"

namespace pggit {

void ReadNamespaces(Reader& reader) {
  reader.ForEach(
      "SELECT n.oid, n.nspname, n.nspowner, n.nspacl IS NOT NULL, n.nspacl"
      " FROM pg_catalog.pg_namespace n WHERE {user_schema} AND {schema n.oid}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kNamespace, cells.Oid()};
        const ObjectId id{Kind::kSchema, "", cells.Text(), ""};
        const Oid32 owner = cells.Oid();
        const bool has_acl = cells.Bool();
        if (reader.IsMember(address)) return;
        Object& schema = reader.Add(address, id, Namespace{});
        reader.SetOwnerAndPrivileges(schema, reader.IsPublic(id.name) ? 'p' : 'n', owner, has_acl,
                                     cells.Array());
      });
}

}  // namespace pggit
