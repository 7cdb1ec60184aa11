#include "core/base/identifier.h"
#include "core/catalog/kinds.h"

namespace pggit {

void ReadSequences(Reader& reader) {
  reader.ForEach(
      "SELECT c.oid, n.nspname, c.relname, c.relowner, c.relacl IS NOT NULL, c.relacl,"
      " c.relpersistence = 'u', pg_catalog.format_type(s.seqtypid, NULL), s.seqstart,"
      " s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,"
      " tn.nspname, t.relname, a.attname"
      " FROM pg_catalog.pg_class c"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND {user_schema}"
      " JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid"
      " LEFT JOIN pg_catalog.pg_depend d ON d.classid = 1259 AND d.objid = c.oid"
      "  AND d.objsubid = 0 AND d.refclassid = 1259 AND d.deptype IN ('a', 'i')"
      " LEFT JOIN pg_catalog.pg_class t ON t.oid = d.refobjid"
      " LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace"
      " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid"
      " WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND d.deptype IS DISTINCT FROM 'i'",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kClass, cells.Oid()};
        const ObjectId id{Kind::kSequence, cells.Text(), cells.Text(), ""};
        if (reader.IsMember(address)) return;
        Object& object = reader.Add(address, id, Sequence{});
        const Oid32 owner = cells.Oid();
        const bool has_acl = cells.Bool();
        reader.SetOwnerAndPrivileges(object, 's', owner, has_acl, cells.Array());
        Sequence& sequence = std::get<Sequence>(object.definition);
        if (cells.Bool()) sequence.persistence = "UNLOGGED";
        sequence.options.type = cells.Text();
        sequence.options.start = cells.Integer();
        sequence.options.increment = cells.Integer();
        sequence.options.min_value = cells.Integer();
        sequence.options.max_value = cells.Integer();
        sequence.options.cache = cells.Integer();
        sequence.options.cycle = cells.Bool();
        if (!cells.IsNull()) {
          const std::string schema = cells.Text();
          sequence.owned_table = QuoteQualified(schema, cells.Text());
          sequence.owned_column = cells.Text();
        }
      });
}

}  // namespace pggit
