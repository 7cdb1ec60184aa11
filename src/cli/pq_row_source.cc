#include "cli/pq_row_source.h"

#include <string>

#include "core/base/identifier.h"

namespace pggit::cli {

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
