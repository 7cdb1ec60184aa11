#include "cli/groups.h"
#include "cli/live_change.h"

namespace pggit::cli {
namespace {

int Run(Context& context) {
  Connection& server = ServerToChange(context);
  return AnswerCommit(context, server, "undo",
                      server.Query("SELECT pggit.undo() AS sha").Text(0, "sha"));
}

}  // namespace

Command UndoCommand() {
  return {
      .name = "undo",
      .group = kGroupChange,
      .summary = "take the last commit, merge or reset back",
      .description = {"Moves the current branch back to where it was before its last movement, and "
                      "turns the live schema into that commit's, in one transaction. A second undo "
                      "takes the first one back."},
      .options = {AllowDataLossOption()},
      .examples = {{"pggit undo", "Take back what was done last."}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
