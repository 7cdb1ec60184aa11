#include "cli/chosen_branch.h"
#include "cli/groups.h"
#include "cli/history.h"
#include "cli/parser.h"

namespace pggit::cli {
namespace {

void Create(Connection& server, const Arguments& arguments, const std::string& name) {
  const std::vector<std::string> words = arguments.All("NAME");
  server.Query(
      "SELECT pggit.create_branch($1, $2, $3)",
      {name, words.size() > 1 ? words[1] : "HEAD", arguments.Value("data").value_or("copy")});
}

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  const std::vector<std::string> words = arguments.All("NAME");
  const bool creates = arguments.Has("create");
  if (arguments.Has("data") && !creates)
    throw UsageError("--data is for --create", "Leave it out.");
  if (words.size() > (creates ? 2U : 1U)) {
    throw UsageError(creates ? "a new branch takes a name and a revision" : "that takes one branch",
                     "Name it: pggit switch NAME");
  }
  const std::string& name = words[0];
  Connection& server = InitialisedServer(context);
  const std::string before = ChosenBranch(context, server).value_or("main");
  if (creates) {
    GoToBranch(server, before);
    Create(server, arguments, name);
  }
  server.Query("SELECT pggit.switch_branch($1)", {name});
  RememberBranch(server, name);
  Output& output = context.output();
  if (context.json()) {
    output.AnswerJson("switch", {{"branch", name}, {"previous", before}, {"created", creates}});
  } else if (!creates && name == before) {
    output.Talk("Already on branch \"" + name + "\".\n");
  } else {
    output.Talk(std::string(creates ? "Switched to a new branch \"" : "Switched to branch \"") +
                name + "\".\n");
  }
  return 0;
}

}  // namespace

Command SwitchCommand() {
  return {
      .name = "switch",
      .group = kGroupChange,
      .summary = "go to another branch",
      .description =
          {"From now on pggit works on that branch, for this server, database and user. What it "
           "remembers is nobody else's: other programs go there by the setting "
           "pggit.current_branch, and pggit psql is there from the beginning.",
           "A branch that nobody has worked on gets its schemas and a copy of main's rows now.",
           "--branch and PGGIT_BRANCH name another one for one command."},
      .options = {{.name = "create", .letter = 'c', .help = "make the branch first"},
                  {.name = "data",
                   .value = "ROWS",
                   .help = "with --create, the rows that it begins with",
                   .choices = {"copy", "none"}}},
      .positional = {.name = "NAME",
                     .help = "the branch; then, to make one, the revision",
                     .required = true,
                     .repeats = true},
      .examples = {{"pggit switch -c feature/phone",
                    "Make a branch of where you are, and go there."},
                   {"pggit switch main", "Go back."}},
      .exits = {},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
