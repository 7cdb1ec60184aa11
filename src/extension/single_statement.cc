#include "extension/single_statement.h"

#include "core/base/error.h"

namespace pggit {

uint64 ExecuteSingle(const std::string& sql) {
  const char* const text = sql.c_str();
  const int status = Server([text] { return SPI_execute(text, /*read_only=*/false, 0); });
  if (status < 0) throw InternalError(SPI_result_code_string(status));
  return SPI_processed;
}

}  // namespace pggit
