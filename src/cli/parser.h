#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "core/base/error.h"

namespace pggit::cli {

/// The command line was wrong: exit status 2, and a hint that leads on.
class UsageError : public Error {
 public:
  UsageError(const std::string& message, std::string hint)
      : Error(ErrorCode::kInvalidArgument, message, {}, std::move(hint)) {}
};

/// A command line, understood.
struct ParsedLine {
  const Command* command = nullptr;  ///< Null when no verb was given.
  Arguments arguments;
};

/// Understands `words`, the command line without the program's name.
///
/// General and connection options may stand before or after the verb; connection options after a
/// verb that does not connect are refused. Throws UsageError, with what was probably meant.
ParsedLine Parse(const std::vector<std::string>& words);

}  // namespace pggit::cli
