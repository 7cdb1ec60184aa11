#include "cli/context.h"
#include "cli/groups.h"
#include "cli/versions.h"

namespace pggit::cli {
namespace {

/// The version of the extension in the connected database; nothing when it is not there.
std::optional<std::string> ExtensionVersion(Connection& server) {
  const Result found =
      server.Query("SELECT extversion FROM pg_catalog.pg_extension WHERE extname = 'pggit'");
  if (found.rows() == 0) return std::nullopt;
  return found.Get(0, "extversion");
}

int Run(Context& context) {
  const bool asks_server = context.arguments().Has("server");
  Json::Object members = {{"version", CommandVersion()}, {"libpq", LibpqVersion()}};
  std::string text = "pggit " + CommandVersion() + '\n';
  if (asks_server || context.output().settings().verbose) text += "libpq " + LibpqVersion() + '\n';
  if (asks_server) {
    Connection& server = context.Server();
    const auto extension = ExtensionVersion(server);
    text += "server " + server.server_version() + '\n';
    text += "extension " + extension.value_or("none") + '\n';
    members.emplace_back("server", server.server_version());
    members.emplace_back("extension", extension ? Json(*extension) : Json());
  }
  if (context.json()) {
    context.output().AnswerJson("version", members);
  } else {
    context.output().Answer(text);
  }
  return 0;
}

}  // namespace

Command VersionCommand() {
  return {
      .name = "version",
      .group = kGroupHelp,
      .summary = "show versions",
      .description = {"Prints the version of this command. It asks a server only with --server."},
      .options = {{.name = "server",
                   .help = "connect, and show the server's and the extension's version too"}},
      .examples = {{"pggit version", "Print the version of the command."},
                   {"pggit version --server -d shop",
                    "Print those of libpq, the server and the extension too."}},
      .exits = {},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
