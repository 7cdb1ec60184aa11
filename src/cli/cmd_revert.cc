#include "cli/groups.h"
#include "cli/live_change.h"
#include "cli/replay.h"

namespace pggit::cli {
namespace {

int Run(Context& context) {
  const bool goes_on = GoesOn(context.arguments());
  Connection& server = ServerToChange(context);
  if (goes_on) return GoOn(context, server, "revert");
  return AnswerPick(context, server, "revert",
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
      .description =
          {"Merges the opposite of a commit into the live schema and commits it. What "
           "other commits did stays.",
           "Where they are in the way it stops, and the exit status is 1: the schema is as "
           "it was, the parts are listed, and it waits. Decide them with pggit conflicts or "
           "by changing the schema, then end it with --continue, or give up with --abort."},
      .options = {ReplayOptions()[0], ReplayOptions()[1], ReplayOptions()[2],
                  AllowDataLossOption()},
      .positional = {.name = "REVISION", .help = "the commit; the last one when left out"},
      .examples = {{"pggit revert 4f2a9c1", "Take one change back."}},
      .exits = {{1, "other changes are in the way"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
