#include "cli/pq_result.h"

#include <libpq-fe.h>

#include <vector>

#include "core/base/error.h"

namespace pggit::cli {

void Result::Clearer::operator()(pg_result* result) const {
  PQclear(result);
}

int Result::rows() const {
  return PQntuples(result_.get());
}

std::optional<std::string> Result::First() const {
  const PGresult* const result = result_.get();
  if (PQntuples(result) == 0 || PQnfields(result) == 0 || PQgetisnull(result, 0, 0) != 0) {
    return std::nullopt;
  }
  return std::string(PQgetvalue(result, 0, 0));
}

void Result::ForEachRow(const std::function<void(Row)>& row) const {
  const PGresult* const result = result_.get();
  std::vector<std::optional<std::string_view>> cells(static_cast<std::size_t>(PQnfields(result)));
  for (int r = 0; r < PQntuples(result); ++r) {
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const int column = static_cast<int>(c);
      cells[c].reset();
      if (PQgetisnull(result, r, column) != 0) continue;
      cells[c].emplace(PQgetvalue(result, r, column),
                       static_cast<std::size_t>(PQgetlength(result, r, column)));
    }
    row(cells);
  }
}

std::optional<std::string> Result::Get(int row, const char* column) const {
  const int number = PQfnumber(result_.get(), column);
  if (number < 0) throw InternalError("the result has no column \"" + std::string(column) + "\"");
  if (PQgetisnull(result_.get(), row, number) != 0) return std::nullopt;
  return std::string(PQgetvalue(result_.get(), row, number));
}

}  // namespace pggit::cli
