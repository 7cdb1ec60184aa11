#include "core/catalog/kinds.h"

namespace pggit {

// The table has the sequence's definition already; here is what people say of the sequence itself.
void ReadIdentitySequences(Reader& reader) {
  reader.ForEach(
      "SELECT d.refobjid, c.relname, c.relowner, c.relacl IS NOT NULL, c.relacl,"
      " (SELECT o.description FROM pg_catalog.pg_description o"
      "   WHERE o.classoid = 1259 AND o.objoid = c.oid AND o.objsubid = 0),"
      " l.labels, l.providers"
      " FROM pg_catalog.pg_sequence q"
      " JOIN pg_catalog.pg_class c ON c.oid = q.seqrelid"
      " JOIN pg_catalog.pg_depend d ON d.classid = 1259 AND d.objid = c.oid AND d.objsubid = 0"
      "  AND d.refclassid = 1259 AND d.deptype = 'i'"
      " CROSS JOIN LATERAL (SELECT pg_catalog.array_agg(s.label ORDER BY s.provider) AS labels,"
      "  pg_catalog.array_agg(s.provider ORDER BY s.provider) AS providers"
      "  FROM pg_catalog.pg_seclabel s"
      "  WHERE s.classoid = 1259 AND s.objoid = c.oid AND s.objsubid = 0) l",
      [&](Cells& cells) {
        Object* table = reader.FindObject({Catalog::kClass, cells.Oid()});
        if (!table || !std::holds_alternative<Table>(table->definition)) return;
        const Element element{ElementKind::kSequence, cells.Text()};
        const Oid32 owner = cells.Oid();
        const bool has_acl = cells.Bool();
        const std::vector<std::string> acl = cells.Array();
        if (has_acl) reader.SetPrivileges(*table, element, 's', owner, acl);
        if (cells.IsNull()) {
          cells.Skip();
        } else {
          table->attributes.comments[element] = cells.Text();
        }
        const std::vector<std::string> labels = cells.Array();
        const std::vector<std::string> providers = cells.Array();
        for (std::size_t i = 0; i < labels.size(); ++i) {
          table->attributes.labels[element].push_back({providers[i], labels[i]});
        }
      });
}

}  // namespace pggit
