#include "cli/context.h"
#include "cli/doctor.h"
#include "cli/groups.h"
#include "cli/versions.h"

namespace pggit::cli {
namespace {

constexpr int kOldestServer = 14;
constexpr int kNewestServer = 18;

Check ServerCheck(const Connection& server) {
  const int major = server.server_major();
  const std::string details = "PostgreSQL " + server.server_version();
  if (major >= kOldestServer && major <= kNewestServer) return {"server", "ok", details, ""};
  return {"server", "critical", details + ", but pggit works with 14 to 18",
          "Use a server of a supported version."};
}

/// Whether the extension is there; `installed` becomes true if its functions can be called.
Check ExtensionCheck(Connection& server, bool& installed) {
  const Result found = server.Query(
      "SELECT a.default_version, e.extversion"
      " FROM pg_catalog.pg_available_extensions a"
      " FULL JOIN (SELECT * FROM pg_catalog.pg_extension WHERE extname = 'pggit') e"
      " ON e.extname = a.name"
      " WHERE coalesce(a.name, e.extname) = 'pggit'");
  if (found.rows() == 0) {
    return {"extension", "critical", "not installed on the server",
            "Install it there: make install PG_CONFIG=/path/to/pg_config"};
  }
  const std::string offered = found.Text(0, "default_version");
  const auto created = found.Get(0, "extversion");
  installed = created.has_value();
  if (!installed) {
    return {"extension", "critical",
            "version " + offered + " is on the server, but not in database \"" + server.database() +
                "\"",
            "Create and initialise it: pggit init"};
  }
  if (!offered.empty() && offered != *created) {
    return {"extension", "warning", "version " + *created + ", and the server has " + offered,
            "Update it: ALTER EXTENSION pggit UPDATE"};
  }
  return {"extension", "ok", "version " + *created, ""};
}

/// The library the server loads and this command should be of one version.
Check LibraryCheck(Connection& server) {
  const std::string loaded = server.Query("SELECT pggit.version() AS version").Text(0, "version");
  if (loaded == CommandVersion())
    return {"command_version", "ok", "library and command are " + loaded, ""};
  return {"command_version", "warning",
          "the server runs pggit " + loaded + ", this command is " + CommandVersion(),
          "Install the same version on both sides."};
}

/// The statements that give this role what a doctor needs and PUBLIC has unless it was taken away.
std::string MissingGrants(Connection& server) {
  return server
      .Query(
          "SELECT pg_catalog.string_agg("
          "  pg_catalog.format('GRANT %s TO %I', needed, current_user), '; ' ORDER BY needed)"
          " FROM (SELECT pg_catalog.format('USAGE ON SCHEMA %I', nspname) AS needed"
          "       FROM pg_catalog.pg_namespace"
          "       WHERE nspname IN ('pggit', 'pggit_v0')"
          "         AND NOT pg_catalog.has_schema_privilege(oid, 'USAGE')"
          "       UNION ALL"
          "       SELECT 'SELECT ON pggit_v0.repository' FROM pg_catalog.pg_class"
          "       WHERE relname = 'repository'"
          "         AND relnamespace = (SELECT oid FROM pg_catalog.pg_namespace"
          "                             WHERE nspname = 'pggit_v0')"
          "         AND NOT pg_catalog.has_table_privilege(oid, 'SELECT')"
          "       UNION ALL"
          "       SELECT pg_catalog.format('EXECUTE ON FUNCTION pggit.%I()', proname)"
          "       FROM pg_catalog.pg_proc"
          "       WHERE proname IN ('version', 'doctor') AND pronargs = 0"
          "         AND pronamespace = (SELECT oid FROM pg_catalog.pg_namespace"
          "                             WHERE nspname = 'pggit')"
          "         AND NOT pg_catalog.has_function_privilege(oid, 'EXECUTE')) AS missing")
      .Text(0, "string_agg");
}

void AddServersOwnChecks(Connection& server, std::vector<Check>& checks) {
  const Result rows = server.Query("SELECT check_name, status, details, hint FROM pggit.doctor()");
  for (int row = 0; row < rows.rows(); ++row) {
    checks.push_back({rows.Text(row, "check_name"), rows.Text(row, "status"),
                      rows.Text(row, "details"), rows.Text(row, "hint")});
  }
}

std::vector<Check> Examine(Connection& server) {
  std::vector<Check> checks;
  checks.push_back(
      {"command", "ok", "pggit " + CommandVersion() + ", libpq " + LibpqVersion(), ""});
  checks.push_back({"connection", "ok",
                    "database \"" + server.database() + "\" as \"" + server.user() + "\" at " +
                        server.host() + " port " + server.port(),
                    ""});
  checks.push_back(ServerCheck(server));
  bool installed = false;
  checks.push_back(ExtensionCheck(server, installed));
  if (!installed) return checks;
  try {
    checks.push_back(LibraryCheck(server));
    AddServersOwnChecks(server, checks);
  } catch (const ServerError& error) {
    if (error.report().sqlstate != "42501") throw;
    const std::string missing = MissingGrants(server);
    if (missing.empty()) throw;
    checks.push_back(
        {"rights", "critical", error.report().message, "Have the owner run: " + missing});
  }
  return checks;
}

int Run(Context& context) {
  const std::vector<Check> checks = Examine(context.Server());
  Output& output = context.output();
  if (context.json()) {
    output.AnswerJson("doctor", DoctorJson(checks));
  } else {
    output.PagedAnswer(DoctorText(checks, output.answer_style(), output.width()));
  }
  return CountFindings(checks) == 0 ? 0 : 1;
}

}  // namespace

Command DoctorCommand() {
  return {
      .name = "doctor",
      .group = kGroupStart,
      .summary = "examine command, connection, server and extension",
      .description =
          {"Looks at this command, the connection, the server and, where the extension is "
           "installed, at everything pggit.doctor() examines, and prints one line for each. A "
           "finding says what to do about it.",
           "Works with every server, whether the extension is there or not, and changes nothing."},
      .examples = {{"pggit doctor", "Examine the database that PG* variables name."},
                   {"pggit doctor -d service=shop", "Examine the one a service file names."},
                   {"pggit doctor --json | jq '.checks[] | select(.status != \"ok\")'",
                    "List the findings in a script."}},
      .exits = {{0, "no findings"}, {1, "findings"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
