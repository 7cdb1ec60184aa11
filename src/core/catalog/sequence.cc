#include <map>
#include <unordered_map>

#include "core/base/identifier.h"
#include "core/catalog/kinds.h"

namespace pggit {
namespace {

bool IsOnColumn(const DependRow& row, char type) {
  return row.type == type && row.on.column > 0 && row.on.catalog == Catalog::kClass &&
         row.from.catalog == Catalog::kClass;
}

SequenceOptions TakeOptions(Cells& cells) {
  SequenceOptions options;
  options.type = cells.Text();
  options.start = cells.Integer();
  options.increment = cells.Integer();
  options.min_value = cells.Integer();
  options.max_value = cells.Integer();
  options.cache = cells.Integer();
  options.cycle = cells.Bool();
  return options;
}

}  // namespace

void ReadSequences(Reader& reader) {
  std::unordered_map<Oid32, CatalogAddress> behind_columns;
  for (const DependRow& row : reader.depend_rows()) {
    if (IsOnColumn(row, 'i')) behind_columns[row.from.oid] = row.on;
  }
  reader.ForEach(
      "SELECT c.oid, n.nspname, c.relname, c.relowner, c.relacl IS NOT NULL, c.relacl,"
      " c.relpersistence = 'u', pg_catalog.format_type(s.seqtypid, NULL), s.seqstart,"
      " s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle"
      " FROM pg_catalog.pg_class c"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND {user_schema}"
      " JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid"
      " WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND {relation c.oid}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kClass, cells.Oid()};
        ObjectId id{Kind::kSequence, cells.Text(), cells.Text(), ""};
        if (reader.IsMember(address)) return;
        const Oid32 owner = cells.Oid();
        const bool has_acl = cells.Bool();
        const std::vector<std::string> acl = cells.Array();
        const bool unlogged = cells.Bool();
        if (const auto column = behind_columns.find(address.oid); column != behind_columns.end()) {
          const CatalogAddress on = column->second;
          reader.NoteIdentity(
              on.oid, on.column,
              {address.oid, std::move(id.name), unlogged, owner, has_acl, acl, TakeOptions(cells)});
          return;
        }
        Object& object = reader.Add(address, id, Sequence{});
        reader.SetOwnerAndPrivileges(object, 's', owner, has_acl, acl);
        Sequence& sequence = std::get<Sequence>(object.definition);
        if (unlogged) sequence.persistence = "UNLOGGED";
        sequence.options = TakeOptions(cells);
      });
}

void ReadSequenceOwners(Reader& reader) {
  std::map<Oid32, Sequence*>
      of_extensions;  // Owned by columns that are not versioned by themselves.
  for (const DependRow& row : reader.depend_rows()) {
    if (!IsOnColumn(row, 'a')) continue;
    Sequence* sequence = reader.FindDefinition<Sequence>(row.from);
    if (!sequence) continue;
    const auto column = reader.Find(row.on);
    if (column && column->kind == ElementKind::kColumn) {
      const ObjectId& table = column->object->id;
      sequence->owned_table = QuoteQualified(table.schema, table.name);
      sequence->owned_column = *column->name;
    } else {
      of_extensions[row.from.oid] = sequence;
    }
  }
  if (of_extensions.empty()) return;
  reader.ForEach(
      "SELECT d.objid, n.nspname, t.relname, a.attname FROM pg_catalog.pg_depend d"
      " JOIN pg_catalog.pg_class t ON t.oid = d.refobjid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace"
      " JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid"
      " WHERE d.classid = 1259 AND d.refclassid = 1259 AND d.deptype = 'a'"
      "  AND {relation d.objid} AND EXISTS"
      "   (SELECT FROM pg_catalog.pg_sequence s WHERE s.seqrelid = d.objid)",
      [&](Cells& cells) {
        const auto found = of_extensions.find(cells.Oid());
        if (found == of_extensions.end()) return;
        const std::string schema = cells.Text();
        found->second->owned_table = QuoteQualified(schema, cells.Text());
        found->second->owned_column = cells.Text();
      });
}

}  // namespace pggit
