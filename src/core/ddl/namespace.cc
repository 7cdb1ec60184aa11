#include "core/base/identifier.h"
#include "core/ddl/kinds.h"

namespace pggit {

void Render(const ObjectId& id, const Namespace& /*schema*/, Form form,
            std::vector<Piece>& pieces) {
  // Every new database has a schema public already.
  const bool exists = form != Form::kCanonical && id.name == "public";
  pieces.push_back({{},
                    std::string("CREATE SCHEMA ") + (exists ? "IF NOT EXISTS " : "") +
                        QuoteIdentifier(id.name)});
}

Namespace ParseNamespace(Cursor& cursor) {
  cursor.Expect("CREATE SCHEMA");
  cursor.Name();
  cursor.ExpectSymbol(";");
  return {};
}

}  // namespace pggit
