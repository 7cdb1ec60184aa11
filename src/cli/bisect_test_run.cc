#include "cli/bisect_test_run.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <map>

#include "cli/pq_error.h"
#include "cli/scratch_database.h"
#include "cli/term/interrupt.h"
#include "core/base/error.h"
#include "core/ddl/definition.h"

namespace pggit::cli {
namespace {

constexpr int kCannotTest = 125;
constexpr int kCannotRun = 126;  // and above: not found
constexpr int kAbort = 128;

Schema SchemaAt(Connection& server, const std::string& commit) {
  const Result rows = server.Query("SELECT definition FROM pggit.schema($1)", {commit});
  Schema schema;
  for (int row = 0; row < rows.rows(); ++row) {
    AddDefinition(schema, rows.Text(row, "definition"));
  }
  return schema;
}

bool PassesSql(Connection& scratch, const std::string& sql) {
  try {
    return scratch.Query(sql).First() != "f";
  } catch (const ServerError&) {
    if (Interrupted()) throw;
    return false;
  }
}

// The environment with what the command needs to know.
std::vector<std::string> EnvironmentWith(const std::map<std::string, std::string>& more) {
  std::vector<std::string> all;
  for (char** at = environ; *at != nullptr; ++at) {
    const std::string entry = *at;
    if (!more.contains(entry.substr(0, entry.find('=')))) all.push_back(entry);
  }
  for (const auto& [name, value] : more) all.push_back(name + '=' + value);
  return all;
}

std::vector<char*> Pointers(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& each : texts) pointers.push_back(each.data());
  pointers.push_back(nullptr);
  return pointers;
}

[[noreturn]] void CannotRun(const std::string& program, const std::string& why) {
  throw Error(ErrorCode::kInvalidArgument, "cannot run \"" + program + '"', why,
              "The search waits: name a command that can be run.");
}

int ExitStatusOf(std::vector<std::string> command, std::vector<std::string> environment) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
  pid_t child = 0;
  const int problem = posix_spawnp(&child, command.front().c_str(), &actions, nullptr,
                                   Pointers(command).data(), Pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  if (problem != 0) CannotRun(command.front(), std::strerror(problem));
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) CannotRun(command.front(), std::strerror(errno));
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : kAbort + WTERMSIG(status);
}

std::string TestByCommand(const std::vector<std::string>& command,
                          const std::vector<std::string>& environment) {
  const int status = ExitStatusOf(command, environment);
  if (status == 0) return "good";
  if (status == kCannotTest) return "skip";
  if (status < kCannotRun) return "bad";
  const std::string& program = command.front();
  if (status < kAbort) CannotRun(program, "It ended with status " + std::to_string(status) + '.');
  throw Error(ErrorCode::kInvalidArgument, '"' + program + "\" stopped the search",
              "It ended with status " + std::to_string(status) + '.',
              "Go on with pggit bisect run, or by hand.");
}

}  // namespace

std::string TestCommit(Context& context, Connection& server, const std::string& commit,
                       const BisectTest& test) {
  const Schema schema = SchemaAt(server, commit);
  const ScratchDatabase database(server, "bisect");
  {
    ScratchConnection scratch(database, context.connection_settings());
    try {
      BuildSchema(scratch.connection(), schema);
    } catch (const ServerError& error) {
      if (Interrupted()) throw;
      context.output().Talk(std::string("It cannot be built: ") + error.what() + '\n');
      return "skip";
    }
  }
  if (!test.sql.empty()) {
    // A session of its own: that which built it has settings of its own.
    ScratchConnection scratch(database, context.connection_settings());
    return PassesSql(scratch.connection(), test.sql) ? "good" : "bad";
  }
  return TestByCommand(test.command, EnvironmentWith({{"PGHOST", server.host()},
                                                      {"PGPORT", server.port()},
                                                      {"PGUSER", server.user()},
                                                      {"PGDATABASE", database.name()},
                                                      {"PGGIT_BISECT_COMMIT", commit}}));
}

}  // namespace pggit::cli
