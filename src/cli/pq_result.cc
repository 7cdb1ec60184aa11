#include "cli/pq_result.h"

#include <libpq-fe.h>

#include "core/base/error.h"

namespace pggit::cli {

void Result::Clearer::operator()(pg_result* result) const {
  PQclear(result);
}

int Result::rows() const {
  return PQntuples(result_.get());
}

std::optional<std::string> Result::Get(int row, const char* column) const {
  const int number = PQfnumber(result_.get(), column);
  if (number < 0) throw InternalError("the result has no column \"" + std::string(column) + "\"");
  if (PQgetisnull(result_.get(), row, number) != 0) return std::nullopt;
  return std::string(PQgetvalue(result_.get(), row, number));
}

}  // namespace pggit::cli
