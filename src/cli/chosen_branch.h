#pragma once

#include <optional>
#include <string>

#include "cli/context.h"

namespace pggit::cli {

/// The branch that the command is told to work on: by --branch, else PGGIT_BRANCH, else what
/// `pggit switch` remembers of this server, database and user; nothing for main.
///
/// What is remembered lies in `$XDG_STATE_HOME/pggit/branches`, or below `~/.local/state`: a line
/// for each, `host TAB port TAB database TAB user TAB branch`, with `\t`, `\n` and `\\` for those
/// characters.
std::optional<std::string> ChosenBranch(Context& context, Connection& server);

/// The same where no connection is to be made for it: without what is remembered.
std::optional<std::string> ToldBranch(const Context& context);

/// Whether anything is remembered at all.
bool AnyBranchIsRemembered();

/// Remembers it; main is what there is without. Throws Error(kNotSupported) when there is nowhere
/// to write to.
void RememberBranch(Connection& server, const std::string& branch);

}  // namespace pggit::cli
