#include "cli/registry.h"

#include <algorithm>

// A verb is one file, cmd_<name>.cc, that defines `Command <Name>Command()`, and one line here.
#define PGGIT_COMMANDS(VERB) \
  VERB(Init)                 \
  VERB(Status)               \
  VERB(Commit)               \
  VERB(Log)                  \
  VERB(Show)                 \
  VERB(Diff)                 \
  VERB(Tag)                  \
  VERB(Branch)               \
  VERB(Switch)               \
  VERB(Blame)                \
  VERB(Bisect)               \
  VERB(Ignore)               \
  VERB(Reset)                \
  VERB(Restore)              \
  VERB(Undo)                 \
  VERB(Revert)               \
  VERB(CherryPick)           \
  VERB(Stash)                \
  VERB(Merge)                \
  VERB(MergeTree)            \
  VERB(Conflicts)            \
  VERB(Mr)                   \
  VERB(Rebase)               \
  VERB(Gc)                   \
  VERB(Doctor)               \
  VERB(Snapshot)             \
  VERB(RestoreSchema)        \
  VERB(Apply)                \
  VERB(Lint)                 \
  VERB(Generate)             \
  VERB(Psql)                 \
  VERB(Help)                 \
  VERB(Version)              \
  VERB(Completion)

namespace pggit::cli {

#define PGGIT_DECLARE(name) Command name##Command();
PGGIT_COMMANDS(PGGIT_DECLARE)
#undef PGGIT_DECLARE

const std::vector<Command>& Commands() {
#define PGGIT_CALL(name) name##Command(),
  static const std::vector<Command> kCommands = {PGGIT_COMMANDS(PGGIT_CALL)};
#undef PGGIT_CALL
  return kCommands;
}

const Command* FindCommand(std::string_view name) {
  const auto& commands = Commands();
  const auto found = std::ranges::find(commands, name, &Command::name);
  return found == commands.end() ? nullptr : &*found;
}

const std::vector<Option>& GeneralOptions() {
  static const std::vector<Option> kOptions = {
      {.name = "json", .help = "print the answer, or the error, as one JSON document"},
      {.name = "color",
       .value = "WHEN",
       .help = "colour the output",
       .choices = {"auto", "always", "never"}},
      {.name = "no-pager", .help = "never pipe the output into a pager"},
      {.name = "quiet", .letter = 'q', .help = "say nothing but the answer and errors"},
      {.name = "verbose", .letter = 'v', .help = "say more, and show the SQLSTATE of errors"},
      {.name = "help", .letter = '?', .help = "show help and exit"},
      {.name = "version", .letter = 'V', .help = "show the version and exit"},
  };
  return kOptions;
}

const std::vector<Option>& ConnectionOptions() {
  static const std::vector<Option> kOptions = {
      {.name = "host", .letter = 'h', .value = "HOST", .help = "server host or socket directory"},
      {.name = "port", .letter = 'p', .value = "PORT", .help = "server port"},
      {.name = "username", .letter = 'U', .value = "USER", .help = "user to connect as"},
      {.name = "dbname",
       .letter = 'd',
       .value = "DBNAME",
       .help = "database name, connection URI or connection string"},
      {.name = "branch", .value = "BRANCH", .help = "branch to work on, whatever is remembered"},
      {.name = "no-password", .letter = 'w', .help = "never ask for a password"},
      {.name = "password", .letter = 'W', .help = "ask for a password before connecting"},
  };
  return kOptions;
}

std::vector<Option> OptionsOf(const Command& command) {
  std::vector<Option> options = command.options;
  const auto append = [&](const std::vector<Option>& more) {
    options.insert(options.end(), more.begin(), more.end());
  };
  if (command.connects) append(ConnectionOptions());
  append(GeneralOptions());
  return options;
}

std::vector<Option> OptionsBeforeVerb() {
  std::vector<Option> options = ConnectionOptions();
  options.insert(options.end(), GeneralOptions().begin(), GeneralOptions().end());
  return options;
}

const std::vector<ExitLine>& AllExits() {
  static const std::vector<ExitLine> kLines = {
      {0, "done, or no difference"},
      {1, "differences, conflicts or findings"},
      {2, "wrong usage, or failure"},
      {3, "the server cannot be reached"},
      {4, "not authorised"},
      {5, "integrity violation: stored bytes do not match their id"},
      {130, "interrupted"},
  };
  return kLines;
}

std::vector<ExitLine> ExitsOf(const Command& command) {
  std::vector<ExitLine> lines = command.exits;
  const auto add = [&](int status) {
    if (std::ranges::find(lines, status, &ExitLine::status) != lines.end()) return;
    lines.push_back(*std::ranges::find(AllExits(), status, &ExitLine::status));
  };
  add(0);
  add(2);
  if (command.connects) {
    add(3);
    add(4);
    add(130);
  }
  std::ranges::sort(lines, {}, &ExitLine::status);
  return lines;
}

}  // namespace pggit::cli
