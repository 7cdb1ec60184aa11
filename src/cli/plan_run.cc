#include "cli/plan_run.h"

#include <unistd.h>

#include <algorithm>

#include "cli/history.h"
#include "cli/schema_side.h"
#include "cli/term/progress.h"
#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/plan/restore.h"

namespace pggit::cli {
namespace {

SnapshotOptions KeptBy(const PlanHead& head) {
  SnapshotOptions options;
  options.owners = head.owners;
  options.tablespaces = head.tablespaces;
  return options;
}

std::string StateOf(Output& output, Connection& server, const PlanHead& head) {
  return StateId(ReadDatabase(output, server, KeptBy(head)));
}

// A database of the same server that is there as long as the object.
class ScratchDatabase {
 public:
  explicit ScratchDatabase(Connection& server)
      : server_(server), name_("pggit_verify_" + std::to_string(getpid())) {
    server_.Query("CREATE DATABASE " + QuoteIdentifier(name_) + " TEMPLATE template0");
  }
  ScratchDatabase(const ScratchDatabase&) = delete;
  ScratchDatabase& operator=(const ScratchDatabase&) = delete;
  ~ScratchDatabase() {
    try {
      server_.Query("DROP DATABASE " + QuoteIdentifier(name_));
    } catch (const std::exception&) {
      // It stays, by a name that says what it was; the error on its way matters more.
    }
  }

  Connection Connect(ConnectionSettings settings) const {
    settings.host = server_.host();
    settings.port = server_.port();
    settings.username = server_.user();
    settings.dbname = name_;
    return Connection::Open(settings);
  }

 private:
  Connection& server_;
  std::string name_;
};

// Subscriptions hold on to their database.
void ForgetSubscriptions(Connection& scratch) {
  const Result rows = scratch.Query(
      "SELECT pg_catalog.quote_ident(subname) AS name FROM pg_catalog.pg_subscription WHERE subdbid"
      " = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())");
  for (int row = 0; row < rows.rows(); ++row) {
    const std::string name = rows.Text(row, "name");
    scratch.Query("ALTER SUBSCRIPTION " + name + " DISABLE");
    scratch.Query("ALTER SUBSCRIPTION " + name + " SET (slot_name = NONE)");
    scratch.Query("DROP SUBSCRIPTION " + name);
  }
}

void TryOut(Context& context, Connection& scratch, const Schema& from, const PlanRun& run) {
  scratch.RunScript("BEGIN;\n" + RestoreScript(from) + "\nCOMMIT;", [] {});
  if (StateOf(context.output(), scratch, run.head) != run.head.from) {
    throw Error(ErrorCode::kInternal, "the scratch database is not what the plan starts from",
                "Its definitions came out otherwise.", "Nothing was changed. Please report it.");
  }
  RunPlan(context, scratch, run);
}

}  // namespace

std::optional<Schema> ReadStart(Context& context, Connection& server, const PlanHead& head) {
  Schema schema = ReadDatabase(context.output(), server, KeptBy(head));
  const std::string state = StateId(schema);
  if (state == head.from) return schema;
  if (state == head.to) return std::nullopt;
  throw Error(ErrorCode::kUncommittedChanges,
              "database \"" + server.database() + "\" is not where the plan starts",
              "Its schema is " + state.substr(0, kShownDigits) + ", that of the plan's start " +
                  head.from.substr(0, kShownDigits) + '.',
              "Make the plan again with \"pggit diff --from DATABASE --to SCHEMA --sql\".");
}

void RunPlan(Context& context, Connection& server, const PlanRun& run) {
  Output& output = context.output();
  {
    Progress progress(output.may_draw(), "Changing " + server.database(), output.talk_width(),
                      output.talk_style());
    const int total = static_cast<int>(run.head.steps);
    int done = 0;
    try {
      server.RunScript(run.script, [&] { progress.Show(std::min(++done, total), total); });
    } catch (...) {
      server.AbandonTransaction();
      throw;
    }
  }
  const std::string state = StateOf(output, server, run.head);
  if (state == run.head.to) return;
  throw Error(ErrorCode::kIntegrity,
              "database \"" + server.database() + "\" is not where the plan ends",
              "Its schema is " + state.substr(0, kShownDigits) + ", that of the plan's end " +
                  run.head.to.substr(0, kShownDigits) +
                  ". All statements ran; another session may have changed something meanwhile.",
              "Look at what differs with \"pggit diff --from DATABASE --to SCHEMA\".");
}

void VerifyPlan(Context& context, Connection& server, const Schema& from, const PlanRun& run) {
  const ScratchDatabase database(server);
  Connection scratch = database.Connect(context.connection_settings());
  try {
    TryOut(context, scratch, from, run);
  } catch (...) {
    scratch.AbandonTransaction();
    ForgetSubscriptions(scratch);
    throw;
  }
  ForgetSubscriptions(scratch);
}

}  // namespace pggit::cli
