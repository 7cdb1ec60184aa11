#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <vector>

#include "core/catalog/page_rows.h"

namespace pggit {

/// A page of a catalog.
struct CatalogPage {
  Oid32 catalog = 0;
  std::uint32_t block = 0;

  auto operator<=>(const CatalogPage&) const = default;
};

/// The file of a catalog. VACUUM FULL gives it another one, and every row another place.
struct CatalogFile {
  Oid32 catalog = 0;
  Oid32 file = 0;
  std::uint32_t blocks = 0;

  bool operator==(const CatalogFile&) const = default;
};

/// What a look at the pages of all watched catalogs has found.
struct CatalogPages {
  /// Where the log ended before it: whatever is written later makes a page newer than that.
  std::uint64_t position = 0;
  std::vector<CatalogFile> files;
  /// The rows that the snapshot shows on each page that was looked into.
  std::map<CatalogPage, std::vector<PageRow>> rows;
  /// Those of the pages that transactions have written to of which the snapshot does not know the
  /// end: these pages may come to say something else without being written again.
  std::vector<CatalogPage> unsettled;
};

/// Looks, as the active snapshot shows them, into the pages of the watched catalogs that were
/// written since the log ended at `since`, and into those of `also`; into all when `since` is 0.
///
/// A page says when it was written last, so that the others need not be looked into. This trusts
/// nothing but that, neither event triggers nor invalidations.
CatalogPages LookAtPages(std::uint64_t since, const std::vector<CatalogPage>& also);

}  // namespace pggit
