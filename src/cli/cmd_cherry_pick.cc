#include "cli/groups.h"
#include "cli/live_change.h"

namespace pggit::cli {
namespace {

int Run(Context& context) {
  Connection& server = ServerToChange(context);
  return AnswerCommit(
      context, server, "cherry-pick",
      server.Query("SELECT pggit.cherry_pick($1) AS sha", {*context.arguments().Value("REVISION")})
          .Text(0, "sha"));
}

}  // namespace

Command CherryPickCommand() {
  return {
      .name = "cherry-pick",
      .group = kGroupChange,
      .summary = "do what a commit of another branch did, as a new commit",
      .description = {"Merges what one commit changed into the live schema and commits it, with "
                      "the message and the author it had. Where other changes are in the way "
                      "nothing is changed and the exit status is 1."},
      .options = {AllowDataLossOption()},
      .positional = {.name = "REVISION", .help = "the commit", .required = true},
      .examples = {{"pggit cherry-pick hotfix", "Take the last commit of another branch."}},
      .exits = {{1, "other changes are in the way"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
