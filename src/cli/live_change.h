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

/// How a verb that brings two branches together speaks of what came of it.
struct MergeWords {
  std::string verb;    ///< "merge"
  std::string done;    ///< Of a new commit: "Merged".
  std::string advice;  ///< What to do about conflicts, a whole line.
};

/// The column `conflicts` of such a row, out of what the functions that merge give.
inline constexpr char kConflictsColumn[] =
    "pg_catalog.array_to_string(conflict_objects, E'\\n') AS conflicts";

/// Prints a row of `status`, `sha` and `conflicts`, paths one a line. Returns the exit status: 1
/// for conflicts.
int AnswerMerge(Context& context, const Result& row, const MergeWords& words);

}  // namespace pggit::cli
