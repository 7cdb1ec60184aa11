#include "cli/context.h"
#include "cli/groups.h"
#include "core/base/error.h"

namespace pggit::cli {
namespace {

void RequireAvailable(Connection& server) {
  const Result found =
      server.Query("SELECT 1 FROM pg_catalog.pg_available_extensions WHERE name = 'pggit'");
  if (found.rows() > 0) return;
  throw Error(ErrorCode::kNotSupported, "extension \"pggit\" is not installed on the server",
              "Server " + server.host() + " port " + server.port() + " runs PostgreSQL " +
                  server.server_version() + " and has no file pggit.control.",
              "Install it there for that PostgreSQL: make install PG_CONFIG=/path/to/pg_config");
}

int Run(Context& context) {
  Connection& server = context.Server();
  RequireAvailable(server);
  // One transaction: a database is never left with an extension that is not initialised.
  server.Query("BEGIN");
  const bool existed =
      server.Query("SELECT 1 FROM pg_catalog.pg_extension WHERE extname = 'pggit'").rows() > 0;
  if (!existed) server.Query("CREATE EXTENSION pggit");
  const bool initialised = server.Query("SELECT 1 FROM pggit_v0.repository").rows() > 0;
  if (!initialised) server.Query("SELECT pggit.init()");
  const std::string version = server.Query("SELECT pggit.version() AS version").Text(0, "version");
  server.Query("COMMIT");

  Output& output = context.output();
  if (context.json()) {
    output.AnswerJson("init", {{"database", server.database()},
                               {"version", version},
                               {"created_extension", !existed},
                               {"initialised", !initialised}});
  } else {
    output.Talk((initialised ? "There is already pggit " : "Initialised pggit ") + version +
                " in database \"" + server.database() + "\".\n");
  }
  return 0;
}

}  // namespace

Command InitCommand() {
  return {
      .name = "init",
      .group = kGroupStart,
      .summary = "put a database under version control",
      .description =
          {"Creates the extension pggit in the database if it is not there yet, and initialises "
           "it. Both happen in one transaction: when one fails, the database is as it was. Where "
           "both were done before, nothing happens.",
           "The extension's files must be installed on the server, and the role must be allowed "
           "to create the extension."},
      .examples = {{"pggit init -d shop", "Put the database shop under version control."},
                   {"pggit init -d postgresql://dba@db.example.com/shop",
                    "The same on another machine, as another user."}},
      .exits = {},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
