#include "core/base/identifier.h"
#include "core/ddl/collate.h"
#include "core/ddl/kinds.h"
#include "core/ddl/relation_parts.h"
#include "core/ddl/text.h"

namespace pggit {

void Render(const ObjectId& id, const View& view, Form /*form*/, std::vector<Piece>& pieces) {
  std::string create = "CREATE VIEW " + SqlName(id);
  if (!view.options.empty()) create += " WITH " + RenderStorageOptions(view.options);
  create += " AS\n" + view.query;
  pieces.push_back({{}, std::move(create)});
  RenderColumnDefaults(id, view.defaults, pieces);
  RenderRules(id, view.rules, pieces);
  RenderTriggers(id, view.triggers, pieces);
}

// What the view returns: `returns id integer, name text COLLATE "C"`.
std::vector<std::string> Facts(const View& view) {
  std::vector<std::string> columns;
  for (const ViewColumn& column : view.columns) {
    std::string text = QuoteIdentifier(column.name) + ' ' + column.type;
    text += RenderCollate(column.collation);
    columns.push_back(std::move(text));
  }
  return {"returns " + Join(columns, ", ")};
}

View ParseView(Cursor& cursor, const ObjectId& /*id*/, const std::vector<std::string>& facts) {
  View view;
  for (const std::string& fact : facts) {
    Cursor line(fact);
    line.Expect("RETURNS");
    while (!line.AtEnd()) {
      ViewColumn column;
      column.name = line.Name();
      column.type = line.TextUntil({"COLLATE", ","});
      column.collation = ParseCollate(line);
      view.columns.push_back(std::move(column));
      if (!line.AcceptSymbol(",")) break;
    }
  }
  cursor.Expect("CREATE VIEW");
  cursor.QualifiedText();
  if (cursor.Accept("WITH")) view.options = cursor.Options();
  cursor.Expect("AS");
  view.query = cursor.TextUntil({";"});
  cursor.ExpectSymbol(";");
  view.defaults = ParseColumnDefaults(cursor);
  view.rules = ParseRules(cursor);
  view.triggers = ParseTriggers(cursor);
  return view;
}

}  // namespace pggit
