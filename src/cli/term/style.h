#pragma once

#include <string>
#include <string_view>

namespace pggit::cli {

enum class Color { kBold, kDim, kRed, kGreen, kYellow, kCyan };

/// How text is dressed for one stream: with colours or without, with signs beyond ASCII or not.
struct Style {
  bool color = false;
  bool utf8 = false;

  /// `text` in `color`, or as it is when there are no colours.
  std::string Paint(Color color_of_text, std::string_view text) const;
};

}  // namespace pggit::cli
