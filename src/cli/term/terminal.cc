#include "cli/term/terminal.h"

#include <langinfo.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace pggit::cli {

std::optional<std::string> ProcessEnvironment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr) return std::nullopt;
  return std::string(value);
}

bool DecideColor(ColorMode mode, bool is_terminal, const Environment& environment) {
  if (mode != ColorMode::kAuto) return mode == ColorMode::kAlways;
  const auto value = [&](const char* name) { return environment(name).value_or(""); };
  if (!value("NO_COLOR").empty()) return false;
  const std::string force = value("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  if (!is_terminal || value("CLICOLOR") == "0") return false;
  const std::string term = value("TERM");
  return !term.empty() && term != "dumb";
}

bool LocaleIsUtf8() {
  return std::string_view(nl_langinfo(CODESET)) == "UTF-8";
}

std::size_t TerminalWidth(int fd, const Environment& environment) {
  constexpr std::size_t kNarrowest = 40;
  if (const auto columns = environment("COLUMNS")) {
    std::size_t width = 0;
    const auto [end, error] =
        std::from_chars(columns->data(), columns->data() + columns->size(), width);
    if (error == std::errc() && width > 0) return std::max(width, kNarrowest);
  }
  winsize size{};
  if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return std::max<std::size_t>(size.ws_col, kNarrowest);
  }
  return 80;
}

}  // namespace pggit::cli
