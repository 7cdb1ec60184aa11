#include "core/base/identifier.h"
#include "core/ddl/kinds.h"
#include "core/ddl/relation_parts.h"
#include "core/ddl/text.h"

namespace pggit {
namespace {

// The column named `name`, put at the end when it was not spoken of before.
ColumnSettings& LastColumn(MaterializedView& view, const std::string& name) {
  if (view.columns.empty() || view.columns.back().name != name) {
    view.columns.push_back({name, "", "", "", {}});
  }
  return view.columns.back();
}

void ParseColumns(Cursor& cursor, MaterializedView& view) {
  while (true) {
    const std::size_t statement = cursor.position();
    if (!cursor.Accept("ALTER MATERIALIZED VIEW")) return;
    cursor.QualifiedText();
    if (!cursor.Accept("ALTER COLUMN")) {
      cursor.Rewind(statement);
      return;
    }
    ParseColumnSetting(cursor, LastColumn(view, cursor.Name()));
    cursor.ExpectSymbol(";");
  }
}

}  // namespace

void Render(const ObjectId& id, const MaterializedView& view, Form /*form*/,
            std::vector<Piece>& pieces) {
  std::string create = "CREATE MATERIALIZED VIEW " + SqlName(id);
  if (!view.access_method.empty()) create += "\nUSING " + QuoteIdentifier(view.access_method);
  if (!view.options.empty()) create += "\nWITH " + RenderStorageOptions(view.options);
  if (!view.tablespace.empty()) create += "\nTABLESPACE " + QuoteIdentifier(view.tablespace);
  create += " AS\n" + view.query + "\nWITH NO DATA";
  pieces.push_back({{}, std::move(create)});
  for (const ColumnSettings& column : view.columns) RenderColumnSettings(id, column, pieces);
  RenderIndexes(id, view.indexes, pieces);
  RenderReplicaIdentity(id, view.replica_identity, pieces);
}

MaterializedView ParseMaterializedView(Cursor& cursor) {
  MaterializedView view;
  cursor.Expect("CREATE MATERIALIZED VIEW");
  cursor.QualifiedText();
  if (cursor.Accept("USING")) view.access_method = cursor.Name();
  if (cursor.Accept("WITH")) view.options = cursor.Options();
  if (cursor.Accept("TABLESPACE")) view.tablespace = cursor.Name();
  cursor.Expect("AS");
  view.query = cursor.TextUntil({"WITH NO DATA", ";"});
  cursor.Expect("WITH NO DATA");
  cursor.ExpectSymbol(";");
  ParseColumns(cursor, view);
  view.indexes = ParseIndexes(cursor);
  if (cursor.Accept("ALTER TABLE ONLY")) {
    cursor.QualifiedText();
    cursor.Expect("REPLICA IDENTITY");
    view.replica_identity = cursor.TextUntil({";"});
    cursor.ExpectSymbol(";");
  }
  return view;
}

}  // namespace pggit
