#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "cli/chosen_branch.h"
#include "cli/context.h"
#include "cli/groups.h"
#include "cli/pq_error.h"
#include "cli/term/terminal.h"
#include "core/base/error.h"

namespace pggit::cli {
namespace {

constexpr char kRest[] = "PSQL-ARGUMENT";

/// psql's command line: our connection options first, so that one of psql's own after them wins.
std::vector<std::string> PsqlWords(const Context& context) {
  const ConnectionSettings& settings = context.connection_settings();
  std::vector<std::string> words = {"psql"};
  const auto add = [&](const char* option, const std::optional<std::string>& value) {
    if (value) words.push_back(option + *value);
  };
  add("--host=", settings.host);
  add("--port=", settings.port);
  add("--username=", settings.username);
  add("--dbname=", settings.dbname);
  if (settings.prompt == PasswordPrompt::kNever) words.emplace_back("--no-password");
  if (settings.prompt == PasswordPrompt::kFirst) words.emplace_back("--password");
  for (const std::string& word : context.arguments().All(kRest)) words.push_back(word);
  return words;
}

// The branch that psql is to begin on. A connection of our own is made where only that can tell.
std::optional<std::string> BranchFor(Context& context) {
  if (auto branch = ToldBranch(context)) return branch;
  if (!AnyBranchIsRemembered()) return std::nullopt;
  try {
    return ChosenBranch(context, context.Server());
  } catch (const ConnectError&) {
    // psql says it better.
    return std::nullopt;
  }
}

// Options of the connection: names of branches have neither spaces nor backslashes.
void SetOptions(const std::string& branch) {
  const std::string before = ProcessEnvironment("PGOPTIONS").value_or("");
  const std::string options =
      before + (before.empty() ? "" : " ") + "-c pggit.current_branch=" + branch;
  setenv("PGOPTIONS", options.c_str(), 1);
}

int Run(Context& context) {
  if (const auto branch = BranchFor(context)) SetOptions(*branch);
  std::vector<std::string> words = PsqlWords(context);
  std::vector<char*> argv;
  argv.reserve(words.size() + 1);
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  execvp("psql", argv.data());
  throw Error(ErrorCode::kNotSupported, "cannot run \"psql\"", std::strerror(errno),
              "Install it: apt-get install postgresql-client");
}

}  // namespace

Command PsqlCommand() {
  return {
      .name = "psql",
      .group = kGroupStart,
      .summary = "open psql on the same connection",
      .description =
          {"Becomes psql, connected as the options before the verb say. Everything after the verb "
           "goes to psql as it is; the exit status is psql's. The session begins on the branch "
           "that "
           "pggit works on."},
      .positional = {.name = kRest, .help = "an option or argument for psql"},
      .examples = {{"pggit -d shop psql", "Open an interactive session."},
                   {"pggit -d shop psql -c 'SELECT pggit.version()'", "Run one statement."}},
      .exits = {{0, "what psql returned: done"},
                {1, "what psql returned: a failure of its own"},
                {2, "psql cannot be run, or lost its connection"},
                {3, "what psql returned: a script failed with ON_ERROR_STOP"}},
      .connects = true,
      .has_json = false,
      .takes_the_rest = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
