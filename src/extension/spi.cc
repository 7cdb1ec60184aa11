#include "extension/spi.h"

#include "extension/kept_plans.h"

extern "C" {
#include "access/xact.h"
#include "catalog/pg_type_d.h"
#include "executor/spi.h"
#include "utils/builtins.h"
#include "utils/snapmgr.h"
}

namespace pggit {
namespace {

/// Runs one statement with text arguments, which it keeps the plan of; throws when SPI itself
/// refuses it.
void Run(const char* sql, const std::vector<std::string>& arguments, bool read_only) {
  const auto count = static_cast<int>(arguments.size());
  const std::vector<Oid> types(arguments.size(), TEXTOID);
  const SPIPlanPtr plan = KeptPlan(sql, types.data(), count);
  const std::string* const texts = arguments.data();
  const int status = Server([=] {
    auto* const values =
        static_cast<Datum*>(palloc(sizeof(Datum) * static_cast<size_t>(count + 1)));
    for (int i = 0; i < count; ++i) {
      values[i] = PointerGetDatum(
          cstring_to_text_with_len(texts[i].data(), static_cast<int>(texts[i].size())));
    }
    if (read_only) return SpiRead(plan, values, 0);
    return SPI_execute_plan(plan, values, nullptr, false, 0);
  });
  if (status < 0) throw InternalError(SPI_result_code_string(status));
}

}  // namespace

int SpiRead(SPIPlanPtr plan, Datum* values, long limit) {
  // What was written before a subtransaction began counts, too.
  const bool wrote = TransactionIdIsValid(GetTopTransactionIdIfAny());
  if (wrote) {
    PushCopiedSnapshot(GetActiveSnapshot());
    UpdateActiveSnapshotCommandId();
  }
  const int status = SPI_execute_plan(plan, values, nullptr, true, limit);
  if (wrote) PopActiveSnapshot();
  return status;
}

Spi::Spi() {
  Server([] { SPI_connect(); });
}

Spi::~Spi() {
  if (ServerError::Live() == errors_before_) SPI_finish();
}

std::vector<TextRow> Spi::Query(const char* sql, const std::vector<std::string>& arguments) {
  Run(sql, arguments, true);
  const SPITupleTable* const table = SPI_tuptable;
  const auto columns = static_cast<size_t>(table->tupdesc->natts);
  const auto rows = static_cast<size_t>(SPI_processed);
  // One crossing of the boundary for the whole result: SPI owns these strings until it ends.
  char** const cells = Server([=] {
    auto** const values = static_cast<char**>(palloc(sizeof(char*) * (rows * columns + 1)));
    for (size_t i = 0; i < rows * columns; ++i) {
      values[i] =
          SPI_getvalue(table->vals[i / columns], table->tupdesc, static_cast<int>(i % columns) + 1);
    }
    return values;
  });
  std::vector<TextRow> result(rows, TextRow(columns));
  for (size_t i = 0; i < rows * columns; ++i) {
    if (cells[i] != nullptr) result[i / columns][i % columns] = cells[i];
  }
  return result;
}

uint64 Spi::Execute(const char* sql, const std::vector<std::string>& arguments) {
  Run(sql, arguments, false);
  return SPI_processed;
}

RunAs::RunAs(Oid role) {
  GetUserIdAndSecContext(&caller_, &security_context_);
  SetUserIdAndSecContext(role, security_context_ | SECURITY_LOCAL_USERID_CHANGE);
}

RunAs::~RunAs() {
  SetUserIdAndSecContext(caller_, security_context_);
}

}  // namespace pggit
