#pragma once

#include <compare>
#include <string>

namespace pggit {

/// A named setting of an object: a storage parameter, a foreign data option.
struct Option {
  std::string name;
  std::string value;

  auto operator<=>(const Option&) const = default;
};

}  // namespace pggit
