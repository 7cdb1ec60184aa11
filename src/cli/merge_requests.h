#pragma once

#include <string>

#include "cli/context.h"
#include "cli/json.h"
#include "cli/pq_connection.h"

namespace pggit::cli {

/// The id of the merge request that a person means by the beginning of it. Throws
/// Error(kUnknownRevision) when it is of none, or of several.
std::string RequestId(Connection& server, const std::string& beginning);

/// Prints the merge requests of one status, or all. Returns the exit status.
int AnswerRequests(Context& context, Connection& server, const std::string& status);

/// Prints a merge request: who wants what, what was said, what it would do and break; with `patch`
/// the definitions line by line. Returns 1 when sides disagree.
int AnswerRequest(Context& context, Connection& server, const std::string& id);

}  // namespace pggit::cli
