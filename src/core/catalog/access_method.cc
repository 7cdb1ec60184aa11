#include "core/catalog/kinds.h"
#include "core/catalog/names.h"

namespace pggit {

void ReadAccessMethods(Reader& reader) {
  reader.ForEach(
      "SELECT am.oid, am.amname, am.amtype = 't', am.amhandler::pg_catalog.regprocedure"
      " FROM pg_catalog.pg_am am WHERE am.oid >= 16384",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kAccessMethod, cells.Oid()};
        if (reader.IsMember(address)) return;
        const ObjectId id{Kind::kAccessMethod, "", cells.Text(), ""};
        AccessMethod method;
        method.type = cells.Bool() ? "TABLE" : "INDEX";
        method.handler = FunctionName(cells.View());
        reader.Add(address, id, std::move(method));
      });
}

}  // namespace pggit
