#pragma once

#include <span>

#include "core/catalog/catalogs.h"
#include "extension/compat.h"

namespace pggit {

/// A catalog whose rows make the schema what it is, and where they say what they tell of.
struct WatchedCatalog {
  Oid oid = InvalidOid;
  Catalog about{};         ///< The catalog of what a row tells of, unless it says so itself.
  int column = 0;          ///< The column with the OID of that; 0: any change concerns everything.
  int catalog_column = 0;  ///< The column with the catalog of that; 0 for `about`.
  int other_column = 0;    ///< Where `column` is 0 in a row: this one,
  Catalog other_about{};   ///< ... of this catalog.
};

/// All catalogs that a reading of the schema reads, but for the names of tablespaces and access to
/// databases, which it does not keep.
std::span<const WatchedCatalog> WatchedCatalogs();

}  // namespace pggit
