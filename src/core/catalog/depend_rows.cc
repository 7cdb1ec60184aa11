#include <utility>
#include <vector>

#include "core/catalog/kinds.h"

namespace pggit {

void ReadDependRows(Reader& reader) {
  // Not asked for: that what lives in a schema needs it, which goes without saying; and most of
  // what ties an object's own parts together: its types, internal triggers, defaults, keys and
  // indexes. An index is said to need its columns as a sequence is to need its owner.
  constexpr char kQuery[] =
      "SELECT classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype"
      " FROM pg_catalog.pg_depend d WHERE {any classid objid} AND CASE deptype"
      " WHEN 'i' THEN classid <> 2620 AND classid <> 1247 AND refclassid <> 2606"
      " WHEN 'a' THEN classid <> 2604 AND classid <> 2606"
      "  AND (refobjsubid = 0 OR classid <> 1259 OR refclassid <> 1259"
      "   OR EXISTS (SELECT FROM pg_catalog.pg_sequence s WHERE s.seqrelid = d.objid))"
      " WHEN 'e' THEN false"
      " ELSE refclassid <> 2615 OR classid IN (826, 3079, 6237) END";
  std::vector<DependRow> rows;
  const auto take_address = [](Cells& cells) {
    const auto catalog = static_cast<Catalog>(cells.Oid());
    const Oid32 oid = cells.Oid();
    return CatalogAddress{catalog, oid, static_cast<int>(cells.Integer())};
  };
  reader.ForEach(kQuery, [&](Cells& cells) {
    const CatalogAddress from = take_address(cells);
    const CatalogAddress on = take_address(cells);
    rows.push_back({from, on, cells.Letter()});
  });
  reader.SetDependRows(std::move(rows));
}

}  // namespace pggit
