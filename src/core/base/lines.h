#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace pggit {

/// The lines of `text` without their ends, pointing into it; the last one may lack its end.
inline std::vector<std::string_view> SplitLines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    lines.push_back(line);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return lines;
}

}  // namespace pggit
