#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace pggit::cli {

/// Reads one environment variable; nothing when it is not set. Passed in, so decisions that depend
/// on the environment can be tested without one.
using Environment = std::function<std::optional<std::string>(const char* name)>;

/// The process's own environment.
std::optional<std::string> ProcessEnvironment(const char* name);

enum class ColorMode { kAuto, kAlways, kNever };

/// Whether to colour what goes to a stream.
///
/// `--color=always` and `never` decide alone. Otherwise a terminal is coloured unless NO_COLOR is
/// set to anything, CLICOLOR is 0, or TERM is `dumb` or missing; CLICOLOR_FORCE other than 0
/// colours what is no terminal too.
bool DecideColor(ColorMode mode, bool is_terminal, const Environment& environment);

/// Whether the locale's characters are UTF-8. Needs setlocale(LC_CTYPE, "") done.
bool LocaleIsUtf8();

/// Columns of the terminal behind file descriptor `fd`; COLUMNS when set, else 80.
std::size_t TerminalWidth(int fd, const Environment& environment);

}  // namespace pggit::cli
