#include "core/base/identifier.h"
#include "core/ddl/kinds.h"
#include "core/ddl/privileges.h"

namespace pggit {
namespace {

// What the signature FOR ROLE alice IN SCHEMA app ON TABLES says.
struct Signature {
  std::string role;
  std::string scope;  ///< FOR ROLE alice IN SCHEMA app
  std::string sort;   ///< TABLES
};

Signature ParseSignature(const ObjectId& id) {
  Signature signature;
  Cursor cursor(id.signature);
  cursor.Expect("FOR ROLE");
  signature.role = cursor.Name();
  if (cursor.Accept("IN SCHEMA")) cursor.Name();
  signature.scope = cursor.TextSince(0);
  cursor.Expect("ON");
  const std::size_t sort = cursor.position();
  cursor.TextUntil({});
  signature.sort = cursor.TextSince(sort);
  return signature;
}

}  // namespace

void Render(const ObjectId& id, const DefaultPrivileges& defaults, Form /*form*/,
            std::vector<Piece>& pieces) {
  const Signature signature = ParseSignature(id);
  RenderPrivileges(
      {"ALTER DEFAULT PRIVILEGES " + signature.scope + ' ', signature.sort, "", signature.role, {}},
      defaults.privileges, pieces);
}

DefaultPrivileges ParseDefaultPrivileges(Cursor& cursor, const ObjectId& id) {
  DefaultPrivileges defaults;
  const Signature signature = ParseSignature(id);
  while (!cursor.AtEnd()) {
    cursor.Expect("ALTER DEFAULT PRIVILEGES");
    cursor.TextUntil({"GRANT", "REVOKE"});
    const auto statement = ParsePrivilegeStatement(cursor, signature.role);
    if (!statement) cursor.Fail("GRANT or REVOKE");
    Apply(*statement, "", defaults.privileges);
    cursor.ExpectSymbol(";");
  }
  return defaults;
}

}  // namespace pggit
