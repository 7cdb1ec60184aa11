#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/catalog/row_source.h"

struct pg_result;

namespace pggit::cli {

/// Rows a statement returned, as text. Owns the libpq result.
class Result {
 public:
  explicit Result(pg_result* result) : result_(result) {}

  int rows() const;
  /// The value, or nothing for SQL NULL.
  std::optional<std::string> Get(int row, const char* column) const;
  /// The value; empty for SQL NULL.
  std::string Text(int row, const char* column) const { return Get(row, column).value_or(""); }
  /// The first value of the first row; nothing for NULL, and where there is none.
  std::optional<std::string> First() const;
  /// Hands over each row, all its columns in order.
  void ForEachRow(const std::function<void(Row)>& row) const;

 private:
  struct Clearer {
    void operator()(pg_result* result) const;
  };
  std::unique_ptr<pg_result, Clearer> result_;
};

}  // namespace pggit::cli
