#pragma once

#include <string>

namespace pggit {

/// What becomes of values when their column is given another type.
enum class Fit {
  kAll,    ///< Every value of the old type is one of the new.
  kFails,  ///< A value that is not makes the statement fail; nothing is lost without a word.
  kCuts,   ///< Such values may be rounded, cut or read as others, and nobody is told.
};

/// What changing a column's type takes.
struct Retyping {
  bool rewrite = true;  ///< The table is written anew.
  Fit fit = Fit::kCuts;
  bool by_zone = false;     ///< What a value means depends on the session's time zone.
  bool comparable = false;  ///< Values of both types compare, so that foreign keys can follow.
  /// How a value is turned into the new type, as USING takes it; empty where the server knows.
  std::string conversion;
};

/// What ALTER COLUMN TYPE from `from` to `to` takes, told from the names of types as the server
/// writes them. `column` is the column as SQL names it. What is not known goes by way of text,
/// which every type has.
///
/// A conversion never says how long the result may be: an explicit cast to varchar(3) or bit(3)
/// cuts, while the assignment that follows it raises an error.
Retyping RetypeColumn(const std::string& column, const std::string& from, const std::string& to);

}  // namespace pggit
