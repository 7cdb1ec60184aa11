#include "cli/pq_row_source.h"

#include <string>

#include "core/base/identifier.h"
#include "core/catalog/cells.h"

namespace pggit::cli {

std::uint32_t PqRowSource::NextTransaction() {
  // The age of the first ordinary number. The server remembers what it counts ages from for the
  // rest of the transaction, hence "once".
  std::uint32_t next = 0;
  ForEachRow("SELECT pg_catalog.age('3'::pg_catalog.xid)",
             [&](Row row) { next = static_cast<std::uint32_t>(Cells(row).Integer()) + 3; });
  return next;
}

std::string PqRowSource::ExpressionSql(std::string_view tree, std::string_view relation) const {
  return "pg_catalog.pg_get_expr(" + std::string(tree) + ", " + std::string(relation) + ')';
}

void PqRowSource::WithSnapshot(const std::function<void()>& read) {
  connection_.Query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    std::string settings = "SELECT";
    std::string_view separator = " ";
    for (const ReaderSetting& setting : kReaderSettings) {
      settings += separator;
      settings += "pg_catalog.set_config(" + QuoteLiteral(setting.name) + ", " +
                  QuoteLiteral(setting.value) + ", true)";
      separator = ", ";
    }
    connection_.Query(settings);
    read();
  } catch (const ServerError& error) {
    if (!MayComeOfChange(error.report().sqlstate)) {
      connection_.AbandonTransaction();
      throw;
    }
    const CatalogMoved moved(std::current_exception());
    connection_.AbandonTransaction();
    throw moved;
  } catch (...) {
    connection_.AbandonTransaction();
    throw;
  }
  connection_.Query("COMMIT");
}

void PqRowSource::ForEachRow(std::string_view query, const std::function<void(Row)>& row) {
  connection_.Query(std::string(query)).ForEachRow(row);
}

}  // namespace pggit::cli
