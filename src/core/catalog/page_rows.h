#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/address_book.h"

namespace pggit {

/// A version of a catalog's row on one of the catalog's pages. No two versions that ever lie there
/// have the same place and writer.
struct PageRow {
  std::uint16_t place = 0;   ///< The number of its line pointer.
  std::uint32_t writer = 0;  ///< The transaction that wrote it: xmin, as the row has it.
  CatalogAddress about;      ///< What the row tells of, without a column.

  auto operator<=>(const PageRow&) const = default;
};

/// The rows of a page, which come in the order of their places, in few bytes: for each row four
/// numbers, each as its difference from that of the row before (0 before the first): place, writer,
/// catalog, OID. A difference d is written as 2d, or -2d - 1 when it is negative, in bytes of seven
/// bits, the lowest first, all but the last with the eighth bit set.
std::string EncodePageRows(const std::vector<PageRow>& rows);

/// Reads it back. Throws Error(kIntegrity) on anything else.
std::vector<PageRow> DecodePageRows(std::string_view bytes);

/// Adds what rows tell of that are only in one of the two, each in the order of places.
void AddTouched(const std::vector<PageRow>& before, const std::vector<PageRow>& after,
                std::set<CatalogAddress>& touched);

}  // namespace pggit
