#pragma once

#include <string_view>
#include <vector>

#include "cli/command.h"

namespace pggit::cli {

/// Every verb, in the order the overview lists them.
const std::vector<Command>& Commands();

/// The verb called `name`, or null.
const Command* FindCommand(std::string_view name);

/// Options that every verb takes, before or after it.
const std::vector<Option>& GeneralOptions();

/// Options that say which server and database; taken by every verb that connects.
const std::vector<Option>& ConnectionOptions();

/// What `command` takes, hidden options included: its own, the connection's if it connects, the
/// general ones.
std::vector<Option> OptionsOf(const Command& command);

/// What may stand before the verb: connection and general options.
std::vector<Option> OptionsBeforeVerb();

/// The exit statuses of `command`: its own lines and those all verbs share, by number.
std::vector<ExitLine> ExitsOf(const Command& command);

/// The exit statuses of the command as a whole.
const std::vector<ExitLine>& AllExits();

}  // namespace pggit::cli
