#include <algorithm>
#include <map>
#include <utility>

#include "core/base/identifier.h"
#include "core/catalog/kinds.h"
#include "core/catalog/letters.h"

namespace pggit {
namespace {

// pg_class.relpersistence: permanent relations say nothing.
std::string Persistence(char letter) {
  return letter == 'u' ? "UNLOGGED" : "";
}

std::map<Oid32, std::vector<Option>> ReadToastOptions(Reader& reader) {
  std::map<Oid32, std::vector<Option>> options;
  reader.ForEach(
      "SELECT oid, reloptions FROM pg_catalog.pg_class"
      " WHERE relkind = 't' AND reloptions IS NOT NULL AND {relation oid}",
      [&](Cells& cells) {
        const Oid32 toast = cells.Oid();
        options[toast] = cells.Options();
      });
  return options;
}

void ReadRelations(Reader& reader) {
  const std::map<Oid32, std::vector<Option>> toast_options = ReadToastOptions(reader);
  reader.ForEach(
      "SELECT c.oid, n.nspname, c.relname, c.relkind = 'f', c.reltype, c.relowner,"
      " c.relacl IS NOT NULL, c.relacl, c.relpersistence, c.reloptions, c.reltoastrelid,"
      " CASE WHEN am.amname <> 'heap' THEN am.amname END, ts.spcname, c.relreplident,"
      " c.relrowsecurity, c.relforcerowsecurity, " +
          reader.ExpressionSql("c.relpartbound", "0") +
          ","
          " CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END,"
          " CASE WHEN c.reloftype <> 0 THEN pg_catalog.format_type(c.reloftype, NULL) END,"
          " srv.srvname, ft.ftoptions"
          " FROM pg_catalog.pg_class c"
          " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
          " LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam"
          " LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace"
          " LEFT JOIN pg_catalog.pg_foreign_table ft ON ft.ftrelid = c.oid"
          " LEFT JOIN pg_catalog.pg_foreign_server srv ON srv.oid = ft.ftserver"
          " WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't' AND {user_schema}"
          " AND {relation c.oid}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kClass, cells.Oid()};
        ObjectId id{Kind::kTable, cells.Text(), cells.Text(), ""};
        if (cells.Bool()) id.kind = Kind::kForeignTable;
        if (reader.IsMember(address)) return;
        Object& object = reader.Add(address, id, Table{});
        reader.Alias({Catalog::kType, cells.Oid()}, object, {});
        const Oid32 owner = cells.Oid();
        const bool has_acl = cells.Bool();
        reader.SetOwnerAndPrivileges(object, 'r', owner, has_acl, cells.Array());

        Table& table = std::get<Table>(object.definition);
        table.persistence = Persistence(cells.Letter());
        table.options = cells.Options();
        if (const auto toast = toast_options.find(cells.Oid()); toast != toast_options.end()) {
          for (const Option& option : toast->second) {
            table.options.push_back({"toast." + option.name, option.value});
          }
        }
        table.access_method = cells.TextOrEmpty();
        const std::string tablespace = cells.TextOrEmpty();
        if (reader.options().tablespaces) table.tablespace = tablespace;
        const std::string replica_identity = ReplicaIdentity(cells.Letter());
        // A foreign table cannot be told one; the catalog says NOTHING of all of them.
        if (id.kind == Kind::kTable) table.replica_identity = replica_identity;
        table.row_security = cells.Bool();
        table.force_row_security = cells.Bool();
        table.partition_bound = cells.TextOrEmpty();
        table.partition_by = cells.TextOrEmpty();
        table.of_type = cells.TextOrEmpty();
        table.server = cells.TextOrEmpty();
        table.fdw_options = cells.Options();
      });
}

void ReadParents(Reader& reader) {
  reader.ForEach(
      "SELECT i.inhrelid, n.nspname, p.relname"
      " FROM pg_catalog.pg_inherits i"
      " JOIN pg_catalog.pg_class p ON p.oid = i.inhparent AND p.relkind IN ('r', 'p', 'f')"
      " JOIN pg_catalog.pg_namespace n ON n.oid = p.relnamespace"
      " WHERE {relation i.inhrelid} ORDER BY i.inhrelid, i.inhseqno",
      [&](Cells& cells) {
        Table* table = reader.FindDefinition<Table>({Catalog::kClass, cells.Oid()});
        if (!table) return;
        const std::string schema = cells.Text();
        const std::string parent = QuoteQualified(schema, cells.Text());
        if (table->partition_bound.empty()) {
          table->inherits.push_back(parent);
        } else {
          table->partition_of = parent;
        }
      });
}

// Children whose columns are all their own and stand in another order than INHERITS would give
// them.
void ReadLateChildren(Reader& reader) {
  reader.ForEach(
      "SELECT a.attrelid FROM pg_catalog.pg_attribute a"
      " JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND NOT c.relispartition"
      "  AND c.relkind IN ('r', 'f') AND EXISTS"
      "   (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid)"
      " LEFT JOIN (SELECT i.inhrelid, p.attname,"
      "   pg_catalog.min(ARRAY[i.inhseqno, p.attnum]) AS at"
      "  FROM pg_catalog.pg_inherits i"
      "  JOIN pg_catalog.pg_attribute p ON p.attrelid = i.inhparent AND p.attnum > 0"
      "   AND NOT p.attisdropped"
      "  WHERE {relation i.inhrelid} GROUP BY i.inhrelid, p.attname) made"
      "  ON made.inhrelid = a.attrelid AND made.attname = a.attname"
      " WHERE a.attnum > 0 AND NOT a.attisdropped AND {relation a.attrelid} AND NOT EXISTS"
      "  (SELECT FROM pg_catalog.pg_constraint k"
      "   WHERE k.conrelid = a.attrelid AND k.contype IN ('c', 'n') AND NOT k.conislocal)"
      " GROUP BY a.attrelid"
      " HAVING pg_catalog.bool_and(a.attislocal)"
      "  AND pg_catalog.array_agg(a.attnum ORDER BY a.attnum)"
      "   <> pg_catalog.array_agg(a.attnum ORDER BY made.at NULLS LAST, a.attnum)",
      [&](Cells& cells) {
        Table* table = reader.FindDefinition<Table>({Catalog::kClass, cells.Oid()});
        if (table) table->inherits_later = true;
      });
}

}  // namespace

void ReadTables(Reader& reader) {
  ReadRelations(reader);
  if (!reader.MayHoldOwn(Catalog::kInherits)) return;
  ReadParents(reader);
  ReadLateChildren(reader);
}

}  // namespace pggit
