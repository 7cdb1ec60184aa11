#include "core/catalog/column_types.h"

#include <vector>

#include "core/base/error.h"
#include "core/base/identifier.h"

namespace pggit {
namespace {

std::uint64_t KeyOf(Oid32 type, int modifier) {
  return (static_cast<std::uint64_t>(type) << 32U) | static_cast<std::uint32_t>(modifier);
}

ColumnFacts::TypeClass TypeClassOf(bool is_enum, bool is_array) {
  if (is_array) return ColumnFacts::TypeClass::kArray;
  return is_enum ? ColumnFacts::TypeClass::kEnum : ColumnFacts::TypeClass::kPlain;
}

}  // namespace

void ColumnTypes::Want(Oid32 type, int modifier, Oid32 collation) {
  types_.try_emplace(KeyOf(type, modifier));
  if (collation != 0) collations_.try_emplace(collation);
}

void ColumnTypes::Read(Reader& reader) {
  std::string types;
  std::string modifiers;
  for (const auto& [key, type] : types_) {
    const char* const separator = types.empty() ? "" : ",";
    types += separator + std::to_string(static_cast<Oid32>(key >> 32U));
    modifiers += separator + std::to_string(static_cast<std::int32_t>(key));
  }
  reader.ForEachOnce(
      "SELECT t.oid, u.modifier, pg_catalog.format_type(t.oid, u.modifier), t.typcollation,"
      " t.typstorage, t.typtype = 'e', t.typelem <> 0 AND t.typlen = -1"
      " FROM ROWS FROM (pg_catalog.unnest('{" +
          types + "}'::pg_catalog.oid[]), pg_catalog.unnest('{" + modifiers +
          "}'::pg_catalog.int4[])) AS u (type, modifier)"
          " JOIN pg_catalog.pg_type t ON t.oid = u.type",
      [&](Cells& cells) {
        const Oid32 oid = cells.Oid();
        Type& type = types_[KeyOf(oid, static_cast<int>(cells.Integer()))];
        type.name = cells.Text();
        type.collation = cells.Oid();
        type.storage = cells.Letter();
        const bool is_enum = cells.Bool();
        type.type_class = TypeClassOf(is_enum, cells.Bool());
      });

  std::vector<Oid32> collations;
  for (const auto& [oid, name] : collations_) collations.push_back(oid);
  reader.ForEachIn(collations,
                   "SELECT c.oid, n.nspname, c.collname FROM pg_catalog.pg_collation c"
                   " JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace"
                   " WHERE c.oid = ANY ({list})",
                   [&](Cells& cells) {
                     std::string& name = collations_[cells.Oid()];
                     const std::string schema = cells.Text();
                     name = QuoteQualified(schema, cells.Text());
                   });
}

const ColumnTypes::Type& ColumnTypes::Of(Oid32 type, int modifier) const {
  const auto found = types_.find(KeyOf(type, modifier));
  if (found == types_.end() || found->second.name.empty()) {
    throw InternalError("type " + std::to_string(type) + " is not in pg_type");
  }
  return found->second;
}

const std::string& ColumnTypes::Collation(Oid32 collation) const {
  static const std::string kNone;
  const auto found = collations_.find(collation);
  return found == collations_.end() ? kNone : found->second;
}

}  // namespace pggit
