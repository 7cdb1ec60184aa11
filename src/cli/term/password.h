#pragma once

#include <optional>
#include <string>

namespace pggit::cli {

/// Asks on the controlling terminal, without echo. Nothing when there is no terminal to ask on.
std::optional<std::string> AskPassword(const std::string& prompt);

}  // namespace pggit::cli
