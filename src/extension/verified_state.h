#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/store/sha.h"
#include "extension/catalog_pages.h"
#include "extension/spi.h"

namespace pggit {

/// The moment at which the live schema was known to be what a tree holds.
struct VerifiedState {
  Sha tree;
  std::uint64_t position = 0;          ///< Of the log.
  std::uint64_t next_transaction = 0;  ///< With its high half.
  std::vector<CatalogFile> files;
  std::vector<CatalogPage> unsettled;
};

/// The tables pggit_v0.verified_*: what was known at that moment of pages and names.
///
/// `spi` must outlive it. Writing needs the store owner's role.
class VerifiedTables {
 public:
  explicit VerifiedTables(Spi& spi) : spi_(spi) {}

  /// Nothing when nothing was verified yet, or it was by another version of pggit or the server,
  /// in another database or cluster, or too long ago for the numbers of transactions to tell.
  std::optional<VerifiedState> Load();

  /// The rows on `pages`; a page that is left out had none.
  std::map<CatalogPage, std::vector<PageRow>> RowsOn(const std::set<CatalogPage>& pages);
  /// The same of all pages of a catalog from `block` on.
  std::map<CatalogPage, std::vector<PageRow>> RowsFrom(const CatalogPage& first);
  std::map<CatalogAddress, std::string> NamesOf(const std::set<CatalogAddress>& addresses);

  void Save(const VerifiedState& state);
  /// Forgets every page and name.
  void Clear();
  void SetRows(const std::map<CatalogPage, std::vector<PageRow>>& pages);
  void SetNames(const std::map<CatalogAddress, std::optional<std::string>>& names);

 private:
  Spi& spi_;
};

/// The number that the next transaction will get, with its high half.
std::uint64_t NextTransactionNumber();

}  // namespace pggit
