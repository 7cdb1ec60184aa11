#include "cli/groups.h"
#include "cli/live_change.h"
#include "cli/replay.h"

namespace pggit::cli {
namespace {

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  const bool goes_on = GoesOn(arguments);
  Connection& server = ServerToChange(context);
  if (goes_on) return GoOn(context, server, "rebase");
  const Result rows = server.Query(
      std::string("SELECT status, rebased_commit_sha AS sha, ") + kConflictsColumn +
          " FROM pggit.rebase($1, NULLIF($2, ''))",
      {arguments.Value("ONTO").value_or("main"), arguments.Value("branch").value_or("")});
  return AnswerMerge(context, rows,
                     {.verb = "rebase", .done = "Rebased", .advice = ReplayAdvice("rebase")});
}

}  // namespace

Command RebaseCommand() {
  return {
      .name = "rebase",
      .group = kGroupChange,
      .summary = "make the commits of a branch anew, on top of another",
      .description =
          {"Does what each commit of the branch did that the other has not, one after the other, "
           "on "
           "top of the other. Messages and authors stay, merges are left out, and so is what is "
           "there already. A live schema is turned into the result in the same transaction.",
           "Where a commit meets something that it does not fit it stops there, and the exit "
           "status "
           "is 1: branch and schema are as they were, the parts are listed, and it waits, also "
           "over a "
           "disconnect. Decide them with pggit conflicts, then go on with --continue, leave the "
           "commit out with --skip, or give up with --abort. In conflicts the target is what there "
           "is "
           "so far, and the source the commit."},
      .options = {ReplayOptions()[0], ReplayOptions()[1], ReplayOptions()[2],
                  AllowDataLossOption()},
      .positional = {.name = "ONTO", .help = "the revision to go on top of; main when left out"},
      .examples = {{"pggit rebase --branch feature", "Put a branch on top of main."},
                   {"pggit rebase --continue", "Go on after its conflicts were decided."}},
      .exits = {{1, "conflicts"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
