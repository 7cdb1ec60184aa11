#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/catalog/acl.h"
#include "core/catalog/kinds.h"

namespace pggit {
namespace {

std::string SortName(char letter) {
  switch (letter) {
    case 'r': return "TABLES";
    case 'S': return "SEQUENCES";
    case 'f': return "FUNCTIONS";
    case 'T': return "TYPES";
    case 'n': return "SCHEMAS";
    case 'L': return "LARGE OBJECTS";
    default: throw InternalError(std::string("unknown default privileges '") + letter + '\'');
  }
}

}  // namespace

void ReadDefaultPrivileges(Reader& reader) {
  reader.ForEach(
      "SELECT a.oid, a.defaclrole, n.nspname, a.defaclobjtype,"
      " CASE WHEN a.defaclnamespace = 0 THEN pg_catalog.acldefault("
      "  CASE a.defaclobjtype WHEN 'S' THEN 's' ELSE a.defaclobjtype END, a.defaclrole) END,"
      " a.defaclacl"
      " FROM pg_catalog.pg_default_acl a"
      " LEFT JOIN pg_catalog.pg_namespace n ON n.oid = a.defaclnamespace"
      " WHERE a.defaclnamespace = 0 OR {user_schema}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kDefaultAcl, cells.Oid()};
        const std::string& role = reader.Role(cells.Oid());
        const std::string schema = cells.TextOrEmpty();
        std::string signature = "FOR ROLE " + QuoteIdentifier(role);
        if (!schema.empty()) signature += " IN SCHEMA " + QuoteIdentifier(schema);
        signature += " ON " + SortName(cells.Letter());
        const std::vector<std::string> before = cells.Array();
        DefaultPrivileges defaults{PrivilegesSince(role, before, cells.Array())};
        const ObjectId id{Kind::kDefaultPrivileges, "", "", signature};
        reader.Add(address, id, std::move(defaults));
      });
}

}  // namespace pggit
