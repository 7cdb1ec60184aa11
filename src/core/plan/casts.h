#pragma once

#include <string>

namespace pggit {

/// What changing a column's type takes.
struct Retyping {
  bool rewrite = true;    ///< The table is written anew.
  bool lossless = false;  ///< Every value of the old type is one of the new.
  /// How a value is turned into the new type, as USING takes it; empty where the server knows.
  std::string conversion;
};

/// What ALTER COLUMN TYPE from `from` to `to` takes, told from the names of types as the server
/// writes them. `column` is the column as SQL names it. What is not known goes by way of text,
/// which every type has.
Retyping RetypeColumn(const std::string& column, const std::string& from, const std::string& to);

}  // namespace pggit
