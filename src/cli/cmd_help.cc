#include "cli/context.h"
#include "cli/groups.h"
#include "cli/help.h"
#include "cli/man.h"
#include "cli/parser.h"
#include "cli/registry.h"
#include "cli/suggest.h"

namespace pggit::cli {
namespace {

const Command& LookUp(const std::string& name) {
  if (const Command* command = FindCommand(name)) return *command;
  std::vector<std::string> names;
  for (const Command& command : Commands()) names.push_back(command.name);
  const std::string meant = DidYouMean("command", name, names);
  throw UsageError("\"" + name + "\" is not a pggit command",
                   meant.empty() ? "List the commands with: pggit help" : meant);
}

int Run(Context& context) {
  Output& output = context.output();
  const auto topic = context.arguments().Value("COMMAND");
  const Command* command = topic ? &LookUp(*topic) : nullptr;
  if (context.arguments().Has("man")) {
    output.Answer(command != nullptr ? ManPage(*command) : ManOverview());
  } else if (context.json()) {
    Json::Array commands;
    for (const Command& each : Commands()) {
      if (command == nullptr || command == &each) commands.push_back(HelpJson(each));
    }
    output.AnswerJson("help", {{"commands", commands}});
  } else if (command != nullptr) {
    output.PagedAnswer(HelpText(*command, output.answer_style(), output.width()));
  } else {
    output.PagedAnswer(OverviewText(output.answer_style(), output.width()));
  }
  return 0;
}

}  // namespace

Command HelpCommand() {
  return {
      .name = "help",
      .group = kGroupHelp,
      .summary = "show help for a command",
      .description = {"Without a command, lists all commands. With one, shows its options, "
                      "examples and exit status, as \"pggit COMMAND --help\" does."},
      .options = {{.name = "man", .help = "print the manual page's source", .hidden = true}},
      .positional = {.name = "COMMAND", .help = "the command to explain", .is_verb = true},
      .examples = {{"pggit help", "List the commands."},
                   {"pggit help doctor", "Explain one of them."},
                   {"pggit help --json", "Describe every command and option for a program."}},
      .exits = {},
      .run = Run,
  };
}

}  // namespace pggit::cli
