#include "core/base/identifier.h"
#include "core/catalog/kinds.h"
#include "core/catalog/names.h"

namespace pggit {

void ReadTransforms(Reader& reader) {
  reader.ForEach(
      "SELECT t.oid, pg_catalog.format_type(t.trftype, NULL), l.lanname,"
      " t.trffromsql::pg_catalog.regprocedure, t.trftosql::pg_catalog.regprocedure"
      " FROM pg_catalog.pg_transform t"
      " JOIN pg_catalog.pg_language l ON l.oid = t.trflang"
      " WHERE t.oid >= 16384",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kTransform, cells.Oid()};
        if (reader.IsMember(address)) return;
        ObjectId id{Kind::kTransform, "", "", "FOR " + cells.Text()};
        id.signature += " LANGUAGE " + QuoteIdentifier(cells.View());
        Transform transform;
        transform.from_sql = FunctionWithTypes(cells.View());
        transform.to_sql = FunctionWithTypes(cells.View());
        reader.Add(address, id, std::move(transform));
      });
}

}  // namespace pggit
