#include "cli/pq_row_source.h"

#include <string>

#include "core/base/identifier.h"
#include "core/catalog/cells.h"

namespace pggit::cli {
namespace {

/// How a reading begins, ends, and is undone when it fails.
struct Bracket {
  const char* begin;
  const char* end;
  const char* undo;
};

constexpr Bracket kOwnTransaction = {"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "COMMIT",
                                     "ROLLBACK"};
// Going back to it takes back the settings, too.
constexpr Bracket kSavepoint = {"SAVEPOINT pggit_reading", "ROLLBACK TO SAVEPOINT pggit_reading",
                                "ROLLBACK TO SAVEPOINT pggit_reading"};

}  // namespace

std::uint32_t PqRowSource::NextTransaction() {
  std::uint32_t next = 0;
  if (within_) {
    // Ages count from the transaction's own number once it has one.
    ForEachRow("SELECT pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())",
               [&](Row row) { next = static_cast<std::uint32_t>(Cells(row).Integer()); });
    return next;
  }
  // The age of the first ordinary number. The server remembers what it counts ages from for the
  // rest of the transaction, hence "once".
  ForEachRow("SELECT pg_catalog.age('3'::pg_catalog.xid)",
             [&](Row row) { next = static_cast<std::uint32_t>(Cells(row).Integer()) + 3; });
  return next;
}

std::string PqRowSource::ExpressionSql(std::string_view tree, std::string_view relation) const {
  return "pg_catalog.pg_get_expr(" + std::string(tree) + ", " + std::string(relation) + ')';
}

void PqRowSource::WithSnapshot(const std::function<void()>& read) {
  const Bracket& bracket = within_ ? kSavepoint : kOwnTransaction;
  connection_.Query(bracket.begin);
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
      connection_.Undo(bracket.undo);
      throw;
    }
    const CatalogMoved moved(std::current_exception());
    connection_.Undo(bracket.undo);
    throw moved;
  } catch (...) {
    connection_.Undo(bracket.undo);
    throw;
  }
  connection_.Query(bracket.end);
}

void PqRowSource::ForEachRow(std::string_view query, const std::function<void(Row)>& row) {
  connection_.Query(std::string(query)).ForEachRow(row);
}

}  // namespace pggit::cli
