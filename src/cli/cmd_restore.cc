#include "cli/groups.h"
#include "cli/live_change.h"

namespace pggit::cli {
namespace {

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  Connection& server = ServerToChange(context);
  const std::string path =
      server
          .Query("SELECT pggit.restore($1, $2) AS path",
                 {*arguments.Value("OBJECT"), arguments.Value("revision").value_or("HEAD")})
          .Text(0, "path");
  Output& output = context.output();
  if (context.json()) {
    output.AnswerJson("restore", {{"path", path}});
  } else {
    output.Talk("Restored " + path + ".\n");
  }
  return 0;
}

}  // namespace

Command RestoreCommand() {
  return {
      .name = "restore",
      .group = kGroupChange,
      .summary = "make an object of the live schema what it was",
      .description =
          {"Turns one object of the live schema into what it was at a revision, and what "
           "depends on it with it where that must be. Makes no commit."},
      .options = {{.name = "revision",
                   .letter = 'r',
                   .value = "REVISION",
                   .help = "the object as it was there; HEAD when left out"},
                  AllowDataLossOption()},
      .positional = {.name = "OBJECT", .help = "users, f(integer) or a path", .required = true},
      .examples = {{"pggit restore users", "Undo what is not committed of one table."},
                   {"pggit restore 'f(integer)' -r v1", "Bring an older function back."}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
