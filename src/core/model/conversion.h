#pragma once

#include <string>

namespace pggit {

/// A conversion between encodings.
struct Conversion {
  std::string from;      ///< An encoding: LATIN1.
  std::string to;        ///< An encoding.
  std::string function;  ///< Qualified and quoted.
  bool is_default = false;

  bool operator==(const Conversion&) const = default;
};

}  // namespace pggit
