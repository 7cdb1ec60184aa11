#include "cli/groups.h"
#include "cli/history.h"
#include "cli/live_change.h"

namespace pggit::cli {
namespace {

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  Connection& server = HistoryServer(context);
  const std::string sha = server
                              .Query("SELECT pggit.reset($1, $2::pg_catalog.bool) AS sha",
                                     {arguments.Value("REVISION").value_or("HEAD"),
                                      arguments.Has("hard") ? "true" : "false"})
                              .Text(0, "sha");
  return AnswerCommit(context, server, "reset", sha);
}

}  // namespace

Command ResetCommand() {
  return {
      .name = "reset",
      .group = kGroupChange,
      .summary = "move the current branch to a commit",
      .description = {"Moves the branch and leaves the live schema as it is: what came since shows "
                      "as changes to commit. With --hard, the live schema is turned into that of "
                      "the commit, by ALTER where that can do it, in one transaction; what is not "
                      "committed is gone, and a warning tells of rows and values that are lost."},
      .options = {{.name = "hard", .help = "turn the live schema into the commit's"}},
      .positional = {.name = "REVISION", .help = "where to; HEAD when left out"},
      .examples = {{"pggit reset HEAD~1", "Take the last commit back and keep what it holds."},
                   {"pggit reset --hard", "Throw away what is not committed."}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
