#include "cli/groups.h"
#include "cli/live_change.h"
#include "cli/parser.h"
#include "cli/replay.h"

namespace pggit::cli {
namespace {

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  const bool goes_on = GoesOn(arguments);
  if (!goes_on && !arguments.Has("REVISION")) {
    throw UsageError("a cherry-pick needs a commit", "Name it: pggit cherry-pick REVISION");
  }
  Connection& server = ServerToChange(context);
  if (goes_on) return GoOn(context, server, "cherry_pick");
  return AnswerPick(
      context, server, "cherry-pick",
      server.Query("SELECT pggit.cherry_pick($1) AS sha", {*arguments.Value("REVISION")})
          .Text(0, "sha"));
}

}  // namespace

Command CherryPickCommand() {
  return {
      .name = "cherry-pick",
      .group = kGroupChange,
      .summary = "do what a commit of another branch did, as a new commit",
      .description =
          {"Merges what one commit changed into the live schema and commits it, with "
           "the message and the author it had.",
           "Where other changes are in the way it stops, and the exit status is 1: the "
           "schema is as it was, the parts are listed, and it waits. Decide them with pggit "
           "conflicts or by changing the schema, then end it with --continue, or give up "
           "with --abort."},
      .options = {ReplayOptions()[0], ReplayOptions()[1], ReplayOptions()[2],
                  AllowDataLossOption()},
      .positional = {.name = "REVISION", .help = "the commit"},
      .examples = {{"pggit cherry-pick hotfix", "Take the last commit of another branch."}},
      .exits = {{1, "other changes are in the way"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
