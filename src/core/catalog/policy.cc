#include <algorithm>

#include "core/base/error.h"
#include "core/catalog/kinds.h"

namespace pggit {
namespace {

std::string CommandName(char letter) {
  switch (letter) {
    case '*': return "ALL";
    case 'r': return "SELECT";
    case 'a': return "INSERT";
    case 'w': return "UPDATE";
    case 'd': return "DELETE";
    default: throw InternalError(std::string("unknown policy command '") + letter + '\'');
  }
}

}  // namespace

void ReadPolicies(Reader& reader) {
  reader.ForEach(
      "SELECT p.oid, p.polrelid, p.polname, p.polpermissive, p.polcmd, p.polroles,"
      " pg_catalog.pg_get_expr(p.polqual, p.polrelid),"
      " pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)"
      " FROM pg_catalog.pg_policy p WHERE {relation p.polrelid}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kPolicy, cells.Oid()};
        Object* object = reader.FindObject({Catalog::kClass, cells.Oid()});
        Table* table = object ? std::get_if<Table>(&object->definition) : nullptr;
        if (!table) return;
        Policy policy;
        policy.name = cells.Text();
        policy.permissive = cells.Bool();
        policy.command = CommandName(cells.Letter());
        for (const Oid32 role : cells.OidVector()) {
          if (role != 0) policy.roles.push_back(reader.Role(role));
        }
        std::sort(policy.roles.begin(), policy.roles.end());
        policy.using_expression = cells.Expression();
        policy.check_expression = cells.Expression();
        reader.Alias(address, *object, {ElementKind::kPolicy, policy.name});
        table->policies.push_back(std::move(policy));
      });
  for (auto& [id, object] : reader.schema().objects) {
    if (Table* table = std::get_if<Table>(&object.definition)) {
      std::sort(table->policies.begin(), table->policies.end());
    }
  }
}

}  // namespace pggit
