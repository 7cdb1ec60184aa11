#include "core/base/identifier.h"
#include "core/ddl/kinds.h"

namespace pggit {

void Render(const ObjectId& id, const AccessMethod& method, Form /*form*/,
            std::vector<Piece>& pieces) {
  pieces.push_back({{},
                    "CREATE ACCESS METHOD " + QuoteIdentifier(id.name) + " TYPE " + method.type +
                        " HANDLER " + method.handler});
}

AccessMethod ParseAccessMethod(Cursor& cursor) {
  AccessMethod method;
  cursor.Expect("CREATE ACCESS METHOD");
  cursor.Name();
  cursor.Expect("TYPE");
  if (cursor.Accept("TABLE")) {
    method.type = "TABLE";
  } else {
    cursor.Expect("INDEX");
    method.type = "INDEX";
  }
  cursor.Expect("HANDLER");
  method.handler = cursor.QualifiedText();
  cursor.ExpectSymbol(";");
  return method;
}

}  // namespace pggit
