#include "core/catalog/focus.h"

#include <algorithm>

namespace pggit {
namespace {

/// A condition on the OIDs of one catalog's rows; its parameter is its place in this list, from 1.
struct Condition {
  std::string_view word;
  Catalog catalog;
};

constexpr Condition kConditions[] = {
    {"{relation ", Catalog::kClass},
    {"{type ", Catalog::kType},
    {"{function ", Catalog::kProcedure},
    {"{schema ", Catalog::kNamespace},
};
constexpr std::string_view kAny = "{any ";
constexpr std::string_view kAnyCatalog = "$5";
constexpr std::string_view kAnyOid = "$6";

void Unique(std::vector<Oid32>& oids) {
  std::ranges::sort(oids);
  oids.erase(std::ranges::unique(oids).begin(), oids.end());
}

// Replaces each `word` and what follows it up to the brace by what `meaning` makes of that.
template <class Meaning>
void Fill(std::string& query, std::string_view word, const Meaning& meaning) {
  for (std::size_t at = 0; (at = query.find(word, at)) != std::string::npos;) {
    const std::size_t end = query.find('}', at);
    const std::string column = query.substr(at + word.size(), end - at - word.size());
    query.replace(at, end + 1 - at, meaning(column));
  }
}

std::string IsIn(std::string_view column, std::string_view parameter) {
  return std::string(column) + " = ANY (" + std::string(parameter) + ')';
}

}  // namespace

Focus::Focus(const std::set<CatalogAddress>& objects, const std::set<CatalogAddress>& parts) {
  std::set<Catalog> catalogs;
  std::vector<Oid32> all;
  lists_.resize(std::size(kConditions));
  const auto add = [&](const CatalogAddress& address) {
    catalogs.insert(address.catalog);
    all.push_back(address.oid);
    const auto* const condition =
        std::ranges::find(kConditions, address.catalog, &Condition::catalog);
    if (condition != std::end(kConditions)) {
      lists_[static_cast<std::size_t>(condition - kConditions)].push_back(address.oid);
    }
  };
  for (const CatalogAddress& object : objects) {
    catalogs_of_objects_.insert(object.catalog);
    add(object);
  }
  for (const CatalogAddress& part : parts) add(part);
  std::vector<Oid32>& of_catalogs = lists_.emplace_back();
  for (const Catalog catalog : catalogs) of_catalogs.push_back(static_cast<Oid32>(catalog));
  lists_.push_back(std::move(all));
  for (std::vector<Oid32>& list : lists_) Unique(list);
}

void FillInFocus(std::string& query, bool is_focused) {
  int parameter = 0;
  for (const Condition& condition : kConditions) {
    ++parameter;
    Fill(query, condition.word, [&](const std::string& column) {
      return is_focused ? IsIn(column, '$' + std::to_string(parameter)) : std::string("true");
    });
  }
  Fill(query, kAny, [&](const std::string& columns) {
    const std::size_t space = columns.find(' ');
    if (!is_focused) return std::string("true");
    return '(' + IsIn(columns.substr(0, space), kAnyCatalog) + " AND " +
           IsIn(columns.substr(space + 1), kAnyOid) + ')';
  });
}

void ReplaceAll(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
}

}  // namespace pggit
