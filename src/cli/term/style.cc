#include "cli/term/style.h"

namespace pggit::cli {
namespace {

std::string_view Code(Color color) {
  switch (color) {
    case Color::kBold: return "1";
    case Color::kDim: return "2";
    case Color::kRed: return "31";
    case Color::kGreen: return "32";
    case Color::kYellow: return "33";
    case Color::kCyan: return "36";
  }
  return "0";
}

}  // namespace

std::string Style::Paint(Color color_of_text, std::string_view text) const {
  if (!color || text.empty()) return std::string(text);
  return "\x1b[" + std::string(Code(color_of_text)) + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace pggit::cli
