#pragma once

#include <string>

#include "cli/command.h"
#include "cli/context.h"
#include "cli/pq_connection.h"

namespace pggit::cli {

/// `--allow-data-loss` of the verbs that change the live schema.
Option AllowDataLossOption();

/// The connection, on which data may be lost when the option says so. Throws as HistoryServer().
Connection& ServerToChange(Context& context);

/// Says in which commit a verb ended: `[main 4f2a9c1...] subject`, or `{"commit": ..., "branch":
/// ...}`. Returns 0.
int AnswerCommit(Context& context, Connection& server, const std::string& verb,
                 const std::string& sha);

}  // namespace pggit::cli
