#include "core/base/identifier.h"
#include "core/ddl/kinds.h"

namespace pggit {

void Render(const ObjectId& id, const Conversion& conversion, Form /*form*/,
            std::vector<Piece>& pieces) {
  pieces.push_back({{},
                    std::string("CREATE ") + (conversion.is_default ? "DEFAULT " : "") +
                        "CONVERSION " + SqlName(id) + " FOR " + QuoteLiteral(conversion.from) +
                        " TO " + QuoteLiteral(conversion.to) + " FROM " + conversion.function});
}

Conversion ParseConversion(Cursor& cursor) {
  Conversion conversion;
  cursor.Expect("CREATE");
  conversion.is_default = cursor.Accept("DEFAULT");
  cursor.Expect("CONVERSION");
  cursor.QualifiedText();
  cursor.Expect("FOR");
  conversion.from = cursor.String();
  cursor.Expect("TO");
  conversion.to = cursor.String();
  cursor.Expect("FROM");
  conversion.function = cursor.QualifiedText();
  cursor.ExpectSymbol(";");
  return conversion;
}

}  // namespace pggit
