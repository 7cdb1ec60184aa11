#pragma once

#include "cli/pq_connection.h"
#include "core/catalog/row_source.h"

namespace pggit::cli {

/// Catalog rows over libpq, with the rights of the connected role and nothing installed there.
class PqRowSource : public RowSource {
 public:
  /// Reads within the transaction that is open, what it has changed included, or else in one of its
  /// own. `connection` must outlive the source, and is used by nobody else meanwhile.
  explicit PqRowSource(Connection& connection)
      : connection_(connection), within_(connection.InTransaction()) {}

  int server_version() const override { return connection_.server_version_number(); }
  std::uint32_t NextTransaction() override;
  std::string ExpressionSql(std::string_view tree, std::string_view relation) const override;
  void WithSnapshot(const std::function<void()>& read) override;
  void ForEachRow(std::string_view query, const std::function<void(Row)>& row) override;

 private:
  Connection& connection_;
  const bool within_;
};

}  // namespace pggit::cli
