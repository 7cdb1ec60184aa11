#include "core/catalog/kinds.h"

namespace pggit {
namespace {

std::string ProviderName(Reader& reader, const ObjectId& id, char letter) {
  switch (letter) {
    case 'c': return "";
    case 'i': return "icu";
    case 'b': return "builtin";
    default:
      reader.Unsupported(Describe(id), std::string("collation provider '") + letter + '\'');
      return "";
  }
}

}  // namespace

void ReadCollations(Reader& reader) {
  // Where a provider has one locale for everything, that has moved with the majors.
  std::string query =
      "SELECT c.oid, n.nspname, c.collname, c.collowner, c.collprovider, c.collisdeterministic,"
      " c.collcollate, c.collctype, ";
  query += reader.Since(17)   ? "c.colllocale, c.collicurules"
           : reader.Since(16) ? "c.colliculocale, c.collicurules"
           : reader.Since(15) ? "c.colliculocale, NULL"
                              : "CASE WHEN c.collprovider = 'i' THEN c.collcollate END, NULL";
  query +=
      " FROM pg_catalog.pg_collation c"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace AND {user_schema}"
      " WHERE c.collencoding IN (-1, pg_catalog.pg_char_to_encoding("
      "pg_catalog.getdatabaseencoding()))";
  reader.ForEach(query, [&](Cells& cells) {
    const CatalogAddress address{Catalog::kCollation, cells.Oid()};
    const ObjectId id{Kind::kCollation, cells.Text(), cells.Text(), ""};
    if (reader.IsMember(address)) return;
    Object& object = reader.Add(address, id, Collation{});
    reader.SetOwnerAndPrivileges(object, '\0', cells.Oid(), /*has_acl=*/false, {});
    Collation& collation = std::get<Collation>(object.definition);
    collation.provider = ProviderName(reader, id, cells.Letter());
    collation.deterministic = cells.Bool();
    collation.lc_collate = cells.TextOrEmpty();
    collation.lc_ctype = cells.TextOrEmpty();
    collation.locale = cells.TextOrEmpty();
    collation.icu_rules = cells.TextOrEmpty();
    if (!collation.provider.empty() || collation.lc_collate == collation.lc_ctype) {
      if (collation.provider.empty()) collation.locale = collation.lc_collate;
      collation.lc_collate.clear();
      collation.lc_ctype.clear();
    }
  });
}

}  // namespace pggit
