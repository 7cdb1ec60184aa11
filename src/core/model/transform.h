#pragma once

#include <string>

namespace pggit {

/// How a language sees values of a type; both are in its signature. Functions are written with
/// their argument types, empty when there is none.
struct Transform {
  std::string from_sql;
  std::string to_sql;

  bool operator==(const Transform&) const = default;
};

}  // namespace pggit
