#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extension/boundary.h"

extern "C" {
#include "funcapi.h"
}

namespace pggit {

/// One row on its way out of, or into, the server, each value in its text form.
using TextRow = std::vector<std::optional<std::string>>;

/// The text argument at `index`. The caller knows that it is not null.
std::string TextArg(FunctionCallInfo fcinfo, int index);

/// A palloc'ed text value.
Datum TextDatum(std::string_view value);

/// The answer of a function that returns void.
inline Datum VoidDatum() {
  return Datum{0};
}

/// The rows of a set-returning function, kept in a tuplestore that the caller of the function
/// reads when the function is done.
class ResultSet {
 public:
  /// Throws when the caller cannot take a materialised set.
  explicit ResultSet(FunctionCallInfo fcinfo);

  /// Appends a row; `row` has one value for each column, in the column type's text form. A set of
  /// plain values has one column.
  void Add(const TextRow& row);

 private:
  AttInMetadata* input_;
  Tuplestorestate* store_;
  MemoryContext row_context_;  // emptied after each row
};

}  // namespace pggit
