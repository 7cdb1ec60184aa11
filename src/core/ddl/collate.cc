#include "core/ddl/collate.h"

#include "core/base/identifier.h"

namespace pggit {
namespace {

constexpr std::string_view kSystem = "pg_catalog.";

}  // namespace

std::string RenderCollate(std::string_view collation) {
  if (collation.empty()) return {};
  if (collation.starts_with(kSystem)) collation.remove_prefix(kSystem.size());
  return " COLLATE " + std::string(collation);
}

std::string ParseCollate(Cursor& cursor) {
  if (!cursor.Accept("COLLATE")) return {};
  const std::string first = QuoteIdentifier(cursor.Name());
  if (!cursor.AcceptSymbol(".")) return std::string(kSystem) + first;
  return first + '.' + QuoteIdentifier(cursor.Name());
}

}  // namespace pggit
