#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace pggit::cli {

/// What the completion scripts of all shells are made from.

/// The options of `options` that are shown.
std::vector<Option> Shown(const std::vector<Option>& options);

/// The names of all verbs.
std::vector<std::string> VerbNames();

/// The values the positional argument of `command` may have; empty for any.
std::vector<std::string> PositionalValues(const Command& command);

/// Every spelling, `-h` and `--host`, of the options before the verb that take a value.
std::vector<std::string> ValueTakers();

/// `parts` joined by `separator`.
std::string Join(const std::vector<std::string>& parts, std::string_view separator);

/// `text` in single quotes, for a POSIX-like shell.
std::string ShellQuote(std::string_view text);

}  // namespace pggit::cli
