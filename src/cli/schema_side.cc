#include "cli/schema_side.h"

#include <filesystem>
#include <utility>

#include "cli/pq_row_source.h"
#include "cli/schema_source.h"
#include "cli/script_side.h"
#include "cli/term/progress.h"
#include "core/ddl/document.h"

namespace pggit::cli {

namespace {

Connection Connect(Context& context, const std::string& database) {
  ConnectionSettings settings = context.connection_settings();
  if (!database.empty()) settings.dbname = database;
  return Connection::Open(settings);
}

Connection ConnectForScript(Context& context, const std::string& script,
                            const std::string& beside) {
  try {
    return Connect(context, beside);
  } catch (const ConnectError& error) {
    ServerReport report = error.report();
    report.hint = '"' + script +
                  "\" is a script, which is run in a scratch database: name a server with -h and "
                  "-d, or compare what \"pggit snapshot\" writes.";
    throw ConnectError(report);
  }
}

}  // namespace

bool IsFile(const std::string& source) {
  return source == "-" || std::filesystem::exists(source);
}

Side ReadSide(Context& context, const std::string& source, const std::string& beside) {
  if (std::filesystem::is_directory(source)) return {LoadSchema(source), 0, {}};
  if (IsFile(source)) {
    const std::string text = ReadText(source);
    if (IsDocument(text)) return {ParseDocument(text), 0, {}};
    return ReadScriptSide(context, ConnectForScript(context, source, beside), {source, text});
  }
  Connection server = Connect(context, source);
  return ReadDatabaseSide(context.output(), server, KeptAttributes(context.arguments()));
}

Side ReadDatabaseSide(Output& output, Connection& server, const SnapshotOptions& options) {
  SnapshotOptions with_owners = options;
  with_owners.owners = true;
  Side side{ReadDatabase(output, server, with_owners), server.server_major(), {}};
  if (!options.owners) side.owners = TakeOwners(side.schema);
  return side;
}

void LeaveOutGrants(Output& output, const Side& from, const std::optional<Renamed>& renamed,
                    Schema& target) {
  const auto now = [&](const ObjectId& id) {
    if (!renamed) return id;
    const auto fresh = renamed->names.find(id);
    return fresh == renamed->names.end() ? id : fresh->second;
  };
  Owners owners;
  for (const auto& [id, owner] : from.owners) owners.emplace(now(id), owner);
  const std::size_t found = LeaveOutGrantsToOwners(target, owners);
  if (found == 0) return;
  output.Talk("Not compared: grants to roles that own the object on the first side (" +
              std::to_string(found) + (found == 1 ? " object" : " objects") +
              "). --owners compares owners.\n");
}

Schema ReadDatabase(Output& output, Connection& server, const SnapshotOptions& options) {
  Progress progress(output.may_draw(), "Reading " + server.database(), output.talk_width(),
                    output.talk_style());
  PqRowSource rows(server);
  Snapshot snapshot =
      ReadSnapshot(rows, options, [&](int done, int total) { progress.Show(done, total); });
  RequireSupported(snapshot, "See what they are with \"pggit snapshot --allow-unsupported\".");
  return std::move(snapshot.schema);
}

SnapshotOptions KeptAttributes(const Arguments& arguments) {
  SnapshotOptions options;
  options.owners = arguments.Has("owners");
  options.tablespaces = arguments.Has("tablespaces");
  return options;
}

namespace {

std::size_t StepsOf(const Plan& plan) {
  std::size_t steps = 0;
  for (const Part& part : plan.parts) steps += part.size();
  return steps;
}

// Of nothing there is only one form.
bool IsOnline(const Plan& plan) {
  return plan.online && !plan.empty();
}

}  // namespace

PlanHead HeadBack(PlanHead there, const Plan& plan) {
  std::swap(there.from, there.to);
  there.steps = StepsOf(plan);
  there.online = IsOnline(plan);
  return there;
}

PlanHead HeadOf(const Schema& from, const Schema& to, const SnapshotOptions& kept,
                const Plan& plan) {
  PlanHead head{.from = StateId(from), .to = StateId(to), .steps = StepsOf(plan)};
  head.online = IsOnline(plan);
  head.owners = kept.owners;
  head.tablespaces = kept.tablespaces;
  return head;
}

}  // namespace pggit::cli
