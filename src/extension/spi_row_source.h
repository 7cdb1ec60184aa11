#pragma once

#include "core/catalog/row_source.h"
#include "extension/boundary.h"
#include "extension/expression_printer.h"

extern "C" {
#include "utils/portal.h"
}

namespace pggit {

struct RowBatch;

/// Catalog rows inside the server, as the current transaction sees them, its own changes included.
///
/// Rows come in batches through a cursor, so that memory does not follow the size of a catalog.
class SpiRowSource : public RowSource {
 public:
  int server_version() const override;

  std::uint32_t NextTransaction() override;

  /// The tree itself; ForEachRow() prints it without opening the relation, each once.
  std::string ExpressionSql(std::string_view tree, std::string_view relation) const override;

  /// Works in an internal subtransaction: whatever happens in `read`, the settings, snapshot and
  /// resources are what they were, and an error that a concurrent drop explains can be survived.
  void WithSnapshot(const std::function<void()>& read) override;

  void ForEachRow(std::string_view query, const std::function<void(Row)>& row) override;

  /// Keeps the plan as long as the session lasts, made for any lists.
  void ForEachRowWith(std::string_view query, const std::vector<std::vector<Oid32>>& lists,
                      const std::function<void(Row)>& row) override;

  /// Past planner and executor.
  void ForEachRowOf(const CatalogScan& scan, const std::function<void(Row)>& row) override;

 private:
  /// Calls `row` for each row that `fetch` brings into `batch`, until it brings none.
  template <class Fetch>
  void HandOver(RowBatch* batch, Fetch fetch, const std::function<void(Row)>& row);
  /// Calls `row` for each row of `portal`, and closes it.
  void HandOverAll(PortalData* portal, const std::function<void(Row)>& row);

  ExpressionPrinter expressions_;  ///< Of one snapshot.
};

}  // namespace pggit
