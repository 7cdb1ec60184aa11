#include "core/ddl/kinds.h"
#include "core/ddl/text.h"

namespace pggit {

void Render(const ObjectId& id, const Statistics& statistics, Form /*form*/,
            std::vector<Piece>& pieces) {
  std::string create = "CREATE STATISTICS " + SqlName(id);
  if (!statistics.kinds.empty()) create += " (" + Join(statistics.kinds, ", ") + ')';
  create += "\n    ON " + statistics.columns + "\n    FROM " + statistics.table;
  pieces.push_back({{}, std::move(create)});
  if (!statistics.target.empty()) {
    pieces.push_back(
        {{}, "ALTER STATISTICS " + SqlName(id) + " SET STATISTICS " + statistics.target});
  }
}

Statistics ParseStatistics(Cursor& cursor) {
  Statistics statistics;
  cursor.Expect("CREATE STATISTICS");
  cursor.QualifiedText();
  if (cursor.AcceptSymbol("(")) {
    do {
      statistics.kinds.push_back(cursor.Name());
    } while (cursor.AcceptSymbol(","));
    cursor.ExpectSymbol(")");
  }
  cursor.Expect("ON");
  statistics.columns = cursor.TextUntil({"FROM", ";"});
  cursor.Expect("FROM");
  statistics.table = cursor.QualifiedText();
  cursor.ExpectSymbol(";");
  const std::size_t statement = cursor.position();
  if (cursor.Accept("ALTER STATISTICS")) {
    cursor.QualifiedText();
    if (!cursor.Accept("SET STATISTICS")) {  // The owner's statement comes next.
      cursor.Rewind(statement);
      return statistics;
    }
    statistics.target = cursor.Number();
    cursor.ExpectSymbol(";");
  }
  return statistics;
}

}  // namespace pggit
