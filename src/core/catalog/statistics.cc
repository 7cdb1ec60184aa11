#include <algorithm>

#include "core/base/identifier.h"
#include "core/catalog/kinds.h"

namespace pggit {
namespace {

// The kinds that stand in the statement, from the letters of stxkind: none when all are taken, or
// when there is nothing to choose because it is about one expression.
std::vector<std::string> Kinds(const std::vector<std::string>& letters) {
  std::vector<std::string> kinds;
  const auto add = [&](const char* letter, const char* name) {
    if (std::find(letters.begin(), letters.end(), letter) != letters.end()) kinds.push_back(name);
  };
  add("d", "ndistinct");
  add("f", "dependencies");
  add("m", "mcv");
  if (kinds.size() == 3) kinds.clear();
  return kinds;
}

}  // namespace

void ReadStatistics(Reader& reader) {
  reader.ForEach(
      "SELECT s.oid, n.nspname, s.stxname, s.stxowner, s.stxkind,"
      " pg_catalog.pg_get_statisticsobjdef_columns(s.oid), tn.nspname, t.relname,"
      " CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END"
      " FROM pg_catalog.pg_statistic_ext s"
      " JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace AND {user_schema}"
      " JOIN pg_catalog.pg_class t ON t.oid = s.stxrelid AND t.relpersistence <> 't'"
      " JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kStatistics, cells.Oid()};
        const ObjectId id{Kind::kStatistics, cells.Text(), cells.Text(), ""};
        if (reader.IsMember(address)) return;
        Object& object = reader.Add(address, id, Statistics{});
        reader.SetOwnerAndPrivileges(object, '\0', cells.Oid(), /*has_acl=*/false, {});
        Statistics& statistics = std::get<Statistics>(object.definition);
        statistics.kinds = Kinds(cells.Array());
        statistics.columns = cells.Text();
        const std::string schema = cells.Text();
        statistics.table = QuoteQualified(schema, cells.Text());
        statistics.target = cells.TextOrEmpty();
      });
}

}  // namespace pggit
