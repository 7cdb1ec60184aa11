#pragma once

#include <string>

#include "cli/context.h"
#include "cli/pq_connection.h"

namespace pggit::cli {

/// `--continue`, `--skip` and `--abort` of the verbs that do commits anew.
std::vector<Option> ReplayOptions();

/// Whether one of them was given. Throws UsageError when several were, or when something else was
/// given with it.
bool GoesOn(const Arguments& arguments);

/// Does what was asked for: goes on with the `operation`, "cherry_pick", or gives it up. Prints
/// what came of it as AnswerMerge() does.
int GoOn(Context& context, Connection& server, const std::string& operation);

/// What to do about conflicts of `verb`, "cherry-pick".
std::string ReplayAdvice(const std::string& verb);

/// Answers for a commit that was picked onto the current branch; when there is none, with the
/// conflicts that it waits at. Returns the exit status.
int AnswerPick(Context& context, Connection& server, const std::string& verb,
               const std::string& sha);

}  // namespace pggit::cli
