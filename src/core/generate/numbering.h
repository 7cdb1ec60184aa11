#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pggit {

/// How a tool numbers its files.
struct Numbering {
  std::string_view letters;  ///< One of these may stand before the number.
  std::string first;         ///< The number where there is none yet.
};

/// The number after the highest of those that the names begin with, as wide; where numbers are
/// times (of 14 digits), `time` if that is later. Throws Error(kNotSupported) when no number fits.
std::string NextNumber(const std::vector<std::string>& names, const Numbering& numbering,
                       const std::string& time);

}  // namespace pggit
