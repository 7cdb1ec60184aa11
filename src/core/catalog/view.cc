#include "core/catalog/kinds.h"
#include "core/catalog/letters.h"

namespace pggit {
void ReadViews(Reader& reader) {
  reader.ForEach(
      "SELECT c.oid, n.nspname, c.relname, c.reltype, c.relowner, c.relacl IS NOT NULL, c.relacl,"
      " c.reloptions, pg_catalog.pg_get_viewdef(c.oid)"
      " FROM pg_catalog.pg_class c"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND {user_schema}"
      " WHERE c.relkind = 'v' AND c.relpersistence <> 't' AND {relation c.oid}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kClass, cells.Oid()};
        const ObjectId id{Kind::kView, cells.Text(), cells.Text(), ""};
        if (reader.IsMember(address)) return;
        Object& object = reader.Add(address, id, View{});
        reader.Alias({Catalog::kType, cells.Oid()}, object, {});
        const Oid32 owner = cells.Oid();
        const bool has_acl = cells.Bool();
        reader.SetOwnerAndPrivileges(object, 'r', owner, has_acl, cells.Array());
        View& view = std::get<View>(object.definition);
        view.options = cells.Options();
        view.query = TrimmedQuery(cells.View());
      });
  reader.ForEach(
      "SELECT a.attrelid, a.attnum, c.relowner, a.attname,"
      " pg_catalog.format_type(a.atttypid, a.atttypmod),"
      " CASE WHEN a.attcollation <> t.typcollation THEN pg_catalog.quote_ident(cn.nspname) || '.'"
      "  || pg_catalog.quote_ident(co.collname) END,"
      " a.attacl, d.oid, pg_catalog.pg_get_expr(d.adbin, d.adrelid)"
      " FROM pg_catalog.pg_attribute a"
      " JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind = 'v'"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND {user_schema}"
      " JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
      " LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation"
      "  AND a.attcollation <> t.typcollation"
      " LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace"
      " LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
      " WHERE a.attnum > 0 AND NOT a.attisdropped AND {relation a.attrelid}"
      " ORDER BY a.attrelid, a.attnum",
      [&](Cells& cells) {
        const Oid32 relation = cells.Oid();
        Object* object = reader.FindObject({Catalog::kClass, relation});
        View* view = object ? std::get_if<View>(&object->definition) : nullptr;
        if (!view) return;
        const int number = static_cast<int>(cells.Integer());
        const Oid32 owner = cells.Oid();
        ViewColumn column{cells.Text(), cells.Text(), cells.TextOrEmpty()};
        const Element element{ElementKind::kColumn, column.name};
        reader.Alias({Catalog::kClass, relation, number}, *object, element);
        reader.SetPrivileges(*object, element, 'c', owner, cells.Array());
        if (const Oid32 expression = cells.Oid(); expression != 0) {
          reader.Alias({Catalog::kAttrDef, expression}, *object,
                       {ElementKind::kDefault, column.name});
          view->defaults.push_back({column.name, cells.Expression()});
        }
        view->columns.push_back(std::move(column));
      });
}

}  // namespace pggit
