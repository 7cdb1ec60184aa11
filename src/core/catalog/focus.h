#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/address_book.h"

namespace pggit {

/// What a reading of a part of the schema is about.
///
/// Every reader's queries say by which of their columns they can be narrowed down; a reading of
/// everything leaves these conditions out. So the same readers serve both, and what a part gives
/// is what everything would have given for it, as long as the focus holds what its text refers to.
class Focus {
 public:
  /// `objects` are to be read; `parts` are other things that belong to one of them, or that one of
  /// them refers to.
  Focus(const std::set<CatalogAddress>& objects, const std::set<CatalogAddress>& parts);

  /// Whether one of the objects has its row in `catalog`.
  bool HasObjectsIn(Catalog catalog) const { return catalogs_of_objects_.contains(catalog); }

  /// What the parameters stand for that FillInFocus() leaves in a query.
  const std::vector<std::vector<Oid32>>& Lists() const { return lists_; }

 private:
  std::set<Catalog> catalogs_of_objects_;
  std::vector<std::vector<Oid32>> lists_;
};

/// Replaces the conditions of a query by what they mean: "{relation x}" says that x is the OID of a
/// relation that the reading is about, "{type x}", "{function x}" and "{schema x}" likewise;
/// "{any x y}" that y is the OID of something in the catalog whose OID is x. All are true in a
/// reading of everything.
void FillInFocus(std::string& query, bool is_focused);

/// The parameter after those of Focus::Lists().
inline constexpr std::string_view kListParameter = "$7";

/// Replaces every `what` in `text`.
void ReplaceAll(std::string& text, std::string_view what, std::string_view by);

}  // namespace pggit
