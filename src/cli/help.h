#pragma once

#include <cstddef>
#include <string>

#include "cli/command.h"
#include "cli/json.h"
#include "cli/term/style.h"

namespace pggit::cli {

/// What `pggit` alone and `pggit help` print: usage, the verbs under their headings, where to read
/// on.
std::string OverviewText(const Style& style, std::size_t width);

/// What `pggit VERB --help` prints: usage, description, options, examples, exit status.
std::string HelpText(const Command& command, const Style& style, std::size_t width);

/// The usage line without the word "usage".
std::string UsageLine(const Command& command);

/// `-h, --host=HOST`, aligned as if there always were a letter.
std::string OptionForms(const Option& option);

/// The option's help and, where only some are taken, its values.
std::string OptionMeaning(const Option& option);

/// The whole description of `command`, for programs.
Json HelpJson(const Command& command);

}  // namespace pggit::cli
