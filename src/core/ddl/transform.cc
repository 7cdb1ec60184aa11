#include "core/ddl/kinds.h"
#include "core/ddl/text.h"

namespace pggit {

void Render(const ObjectId& id, const Transform& transform, Form /*form*/,
            std::vector<Piece>& pieces) {
  std::vector<std::string> lines;
  if (!transform.from_sql.empty()) lines.push_back("FROM SQL WITH FUNCTION " + transform.from_sql);
  if (!transform.to_sql.empty()) lines.push_back("TO SQL WITH FUNCTION " + transform.to_sql);
  pieces.push_back(
      {{}, "CREATE TRANSFORM " + SqlName(id) + " (\n    " + Join(lines, ",\n    ") + "\n)"});
}

Transform ParseTransform(Cursor& cursor) {
  Transform transform;
  cursor.Expect("CREATE TRANSFORM FOR");
  cursor.TextUntil({"LANGUAGE"});
  cursor.Expect("LANGUAGE");
  cursor.Name();
  cursor.ExpectSymbol("(");
  if (cursor.Accept("FROM SQL WITH FUNCTION")) {
    transform.from_sql = cursor.TextUntil({","});
    cursor.AcceptSymbol(",");
  }
  if (cursor.Accept("TO SQL WITH FUNCTION")) transform.to_sql = cursor.TextUntil({});
  cursor.ExpectSymbol(")");
  cursor.ExpectSymbol(";");
  return transform;
}

}  // namespace pggit
