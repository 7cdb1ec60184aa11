#include "core/catalog/kinds.h"
#include "core/catalog/letters.h"

namespace pggit {

void ReadMaterializedViews(Reader& reader) {
  reader.ForEach(
      "SELECT c.oid, n.nspname, c.relname, c.reltype, c.relowner, c.relacl IS NOT NULL, c.relacl,"
      " c.reloptions, toast.reloptions, CASE WHEN am.amname <> 'heap' THEN am.amname END,"
      " ts.spcname, c.relreplident, pg_catalog.pg_get_viewdef(c.oid)"
      " FROM pg_catalog.pg_class c"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND {user_schema}"
      " LEFT JOIN pg_catalog.pg_class toast ON toast.oid = c.reltoastrelid"
      " LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam"
      " LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace"
      " WHERE c.relkind = 'm' AND {relation c.oid}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kClass, cells.Oid()};
        const ObjectId id{Kind::kMaterializedView, cells.Text(), cells.Text(), ""};
        if (reader.IsMember(address)) return;
        Object& object = reader.Add(address, id, MaterializedView{});
        reader.Alias({Catalog::kType, cells.Oid()}, object, {});
        const Oid32 owner = cells.Oid();
        const bool has_acl = cells.Bool();
        reader.SetOwnerAndPrivileges(object, 'r', owner, has_acl, cells.Array());
        MaterializedView& view = std::get<MaterializedView>(object.definition);
        view.options = cells.Options();
        for (Option& option : cells.Options()) {
          view.options.push_back({"toast." + option.name, std::move(option.value)});
        }
        view.access_method = cells.TextOrEmpty();
        const std::string tablespace = cells.TextOrEmpty();
        if (reader.options().tablespaces) view.tablespace = tablespace;
        view.replica_identity = ReplicaIdentity(cells.Letter());
        view.query = TrimmedQuery(cells.View());
      });
  reader.ForEach(
      "SELECT a.attrelid, a.attnum, c.relowner, a.attname,"
      " CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END, a.attcompression,"
      " CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END, a.attoptions, a.attacl,"
      " a.atttypid, a.attcollation, t.typtype = 'e', t.typelem <> 0 AND t.typlen = -1"
      " FROM pg_catalog.pg_attribute a"
      " JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind = 'm'"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND {user_schema}"
      " JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
      " WHERE a.attnum > 0 AND NOT a.attisdropped AND {relation a.attrelid}"
      " ORDER BY a.attrelid, a.attnum",
      [&](Cells& cells) {
        const Oid32 relation = cells.Oid();
        Object* object = reader.FindObject({Catalog::kClass, relation});
        auto* view = object ? std::get_if<MaterializedView>(&object->definition) : nullptr;
        if (!view) return;
        const int number = static_cast<int>(cells.Integer());
        const Oid32 owner = cells.Oid();
        ColumnSettings column;
        column.name = cells.Text();
        if (!cells.IsNull()) {
          column.storage = StorageName(cells.Letter());
        } else {
          cells.Skip();
        }
        column.compression = CompressionName(cells.Letter());
        column.statistics = cells.TextOrEmpty();
        column.options = cells.Options();
        const Element element{ElementKind::kColumn, column.name};
        reader.Alias({Catalog::kClass, relation, number}, *object, element);
        reader.SetPrivileges(*object, element, 'c', owner, cells.Array());
        reader.NoteColumn(relation, number, TakeColumnFacts(column.name, cells));
        if (column != ColumnSettings{column.name, "", "", "", {}}) {
          view->columns.push_back(std::move(column));
        }
      });
}

}  // namespace pggit
