#include "core/plan/naming_owner.h"

#include <string_view>

#include "core/base/identifier.h"
#include "core/model/attributes.h"

namespace pggit {
namespace {

// The query for the oid of the owner; empty for kinds that it is not asked of.
std::string OwnerQuery(const ObjectId& id) {
  const auto by_cast = [&](std::string_view catalog, std::string_view owner,
                           std::string_view type) {
    return "SELECT " + std::string(owner) + " FROM pg_catalog." + std::string(catalog) +
           " WHERE oid = " + QuoteLiteral(SqlName(id)) + "::pg_catalog." + std::string(type);
  };
  const auto by_name = [&](std::string_view catalog, const std::string& prefix) {
    return "SELECT " + prefix + "owner FROM pg_catalog." + std::string(catalog) + " WHERE " +
           prefix + "name = " + QuoteLiteral(id.name);
  };
  switch (id.kind) {
    case Kind::kTable:
    case Kind::kForeignTable:
    case Kind::kView:
    case Kind::kMaterializedView:
    case Kind::kSequence: return by_cast("pg_class", "relowner", "regclass");
    case Kind::kFunction:
    case Kind::kProcedure: return by_cast("pg_proc", "proowner", "regprocedure");
    case Kind::kType:
    case Kind::kDomain: return by_cast("pg_type", "typowner", "regtype");
    case Kind::kSchema: return by_name("pg_namespace", "nsp");
    case Kind::kLanguage: return by_name("pg_language", "lan");
    case Kind::kForeignDataWrapper: return by_name("pg_foreign_data_wrapper", "fdw");
    case Kind::kServer: return by_name("pg_foreign_server", "srv");
    case Kind::kExtension:
    case Kind::kAccessMethod:
    case Kind::kCollation:
    case Kind::kConversion:
    case Kind::kAggregate:
    case Kind::kOperator:
    case Kind::kOperatorFamily:
    case Kind::kOperatorClass:
    case Kind::kCast:
    case Kind::kTransform:
    case Kind::kTextSearchParser:
    case Kind::kTextSearchTemplate:
    case Kind::kTextSearchDictionary:
    case Kind::kTextSearchConfiguration:
    case Kind::kUserMapping:
    case Kind::kStatistics:
    case Kind::kPublication:
    case Kind::kSubscription:
    case Kind::kEventTrigger:
    case Kind::kDefaultPrivileges:
    case Kind::kSystemPrivileges: return {};
  }
  return {};
}

// Where the owner stands in the statement: last, but for an ending. In a quoted name a quote
// follows.
std::size_t OwnerAt(std::string_view statement) {
  const std::string_view role = kOwnerRole;
  for (const std::string_view ending : {"", " WITH GRANT OPTION", " CASCADE"}) {
    if (!statement.ends_with(ending)) continue;
    const std::string_view rest = statement.substr(0, statement.size() - ending.size());
    if (!rest.ends_with(role)) continue;
    const std::size_t at = rest.size() - role.size();
    if (rest.substr(0, at).ends_with(" TO ") || rest.substr(0, at).ends_with(" FROM ")) return at;
  }
  return std::string_view::npos;
}

}  // namespace

std::string NamingOwner(const ObjectId& id, const std::string& statement) {
  const std::size_t at = OwnerAt(statement);
  const std::string query = OwnerQuery(id);
  if (at == std::string::npos || query.empty()) return statement;
  const std::string ending = statement.substr(at + std::string_view(kOwnerRole).size());
  std::string body = "BEGIN EXECUTE pg_catalog.concat(" + QuoteLiteral(statement.substr(0, at)) +
                     ", pg_catalog.quote_ident(pg_catalog.pg_get_userbyid((" + query + ")))" +
                     (ending.empty() ? "" : ", " + QuoteLiteral(ending)) + "); END";
  std::string tag = "$$";
  while (body.find(tag) != std::string::npos) tag.insert(1, "o");
  return "DO " + tag + body + tag;
}

}  // namespace pggit
