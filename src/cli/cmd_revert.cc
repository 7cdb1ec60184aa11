#include "cli/groups.h"
#include "cli/live_change.h"

namespace pggit::cli {
namespace {

int Run(Context& context) {
  Connection& server = ServerToChange(context);
  return AnswerCommit(context, server, "revert",
                      server
                          .Query("SELECT pggit.revert($1) AS sha",
                                 {context.arguments().Value("REVISION").value_or("HEAD")})
                          .Text(0, "sha"));
}

}  // namespace

Command RevertCommand() {
  return {
      .name = "revert",
      .group = kGroupChange,
      .summary = "take back what a commit did, as a new commit",
      .description = {"Merges the opposite of a commit into the live schema and commits it. What "
                      "other commits did stays; where they are in the way nothing is changed and "
                      "the exit status is 1."},
      .options = {AllowDataLossOption()},
      .positional = {.name = "REVISION", .help = "the commit; the last one when left out"},
      .examples = {{"pggit revert 4f2a9c1", "Take one change back."}},
      .exits = {{1, "other changes are in the way"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
