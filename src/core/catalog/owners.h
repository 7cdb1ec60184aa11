#pragma once

#include <map>
#include <set>

#include "core/catalog/address_book.h"
#include "core/catalog/row_source.h"

namespace pggit {

/// Finds which object a part of one belongs to: an index to its table, an array type to its
/// element type, a constraint to its table or domain.
class Owners {
 public:
  /// `source` must outlive it, and be within WithSnapshot whenever it is asked.
  explicit Owners(RowSource& source) : source_(source) {}

  /// The objects that `things` are or belong to. What is not there any more, or is unknown, stands
  /// for itself. Adds to `passed`, if given, the things and all that lies between.
  std::set<CatalogAddress> Of(const std::set<CatalogAddress>& things,
                              std::set<CatalogAddress>* passed = nullptr);

 private:
  void Look(const std::set<CatalogAddress>& things);

  RowSource& source_;
  std::set<CatalogAddress> known_;
  std::map<CatalogAddress, CatalogAddress> owners_;  ///< Of the known ones that have one.
};

/// Whether things in `catalog` are only ever parts of objects.
bool HoldsParts(Catalog catalog);

/// What comes and goes with `objects`, as pg_depend knows it, and they themselves.
std::set<CatalogAddress> PartsOf(RowSource& source, const std::set<CatalogAddress>& objects);

/// What `things` refer to by themselves, but for the schemas that they are in.
std::set<CatalogAddress> ReferredTo(RowSource& source, const std::set<CatalogAddress>& things);

/// What refers to one of `things` by itself.
std::set<CatalogAddress> Referring(RowSource& source, const std::set<CatalogAddress>& things);

}  // namespace pggit
