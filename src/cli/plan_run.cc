#include "cli/plan_run.h"

#include <algorithm>
#include <utility>

#include "cli/history.h"
#include "cli/schema_side.h"
#include "cli/scratch_database.h"
#include "cli/term/progress.h"
#include "core/base/error.h"

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

// The script up to where its last transaction would end. Where it has none, it is made one.
std::string OpenEnded(const std::string& script) {
  if (script.find("\nBEGIN;\n") == std::string::npos) return "BEGIN;\n" + script;
  constexpr std::string_view kEnd = "COMMIT;";
  const std::size_t last = script.find_last_not_of(" \n");
  const std::string_view text = std::string_view(script).substr(0, last + 1);
  return std::string(text.ends_with(kEnd) ? text.substr(0, text.size() - kEnd.size()) : text);
}

void TryOut(Context& context, Connection& scratch, const Schema& from,
            const std::vector<PlanRun>& runs, std::size_t parts_done) {
  BuildSchema(scratch, from);
  const PlanHead& head = runs.front().head;
  if (StateOf(context.output(), scratch, head) != StateId(from)) {
    throw Error(ErrorCode::kInternal, "the scratch database is not what the plan starts from",
                "Its definitions came out otherwise.", "Nothing was changed. Please report it.");
  }
  for (const PlanRun& run : runs) RunPlan(context, scratch, run, std::exchange(parts_done, 0));
}

[[noreturn]] void FailElsewhere(const Connection& server, const PlanHead& head,
                                const std::string& state, bool undone) {
  throw Error(ErrorCode::kIntegrity,
              "the plan leads database \"" + server.database() + "\" elsewhere",
              "Its schema was " + state.substr(0, kShownDigits) +
                  " after the last statement, that of the plan's end is " +
                  head.to.substr(0, kShownDigits) +
                  (undone ? ". The transaction was undone." : ". All statements stand."),
              "Where the two sides have other owners, plan with --owners.");
}

std::size_t RunOnline(Context& context, Connection& server, const PlanRun& run,
                      std::size_t parts_done) {
  const OnlineScript script = ParseOnlineScript(run.script);
  RunOnlineParts(context, server, run.head, script, parts_done, run.patience);
  const std::string state = StateOf(context.output(), server, run.head);
  if (state != run.head.to) FailElsewhere(server, run.head, state, /*undone=*/false);
  return StepsFrom(script, parts_done);
}

}  // namespace

PlanStart ReadStart(Context& context, Connection& server, const PlanRun& run) {
  const PlanHead& head = run.head;
  PlanStart start;
  start.schema = ReadDatabase(context.output(), server, KeptBy(head));
  const std::string state = StateId(start.schema);
  start.ended = state == head.to;
  if (state == head.from && !start.ended) return start;
  if (head.online) {
    const OnlineScript script = ParseOnlineScript(run.script);
    const auto done = PartsDone(head, script, state);
    if (done) start.parts_done = *done;
    if (done) return start;
  }
  if (start.ended) return start;
  throw Error(ErrorCode::kUncommittedChanges,
              "database \"" + server.database() + "\" is not where the plan starts",
              "Its schema is " + state.substr(0, kShownDigits) + ", that of the plan's start " +
                  head.from.substr(0, kShownDigits) + '.',
              "Make the plan again with \"pggit diff --from DATABASE --to SCHEMA --sql\".");
}

std::size_t RunPlan(Context& context, Connection& server, const PlanRun& run,
                    std::size_t parts_done) {
  if (run.head.online) return RunOnline(context, server, run, parts_done);
  Output& output = context.output();
  std::string state;
  bool undone = false;
  try {
    {
      Progress progress(output.may_draw(), "Changing " + server.database(), output.talk_width(),
                        output.talk_style());
      const int total = static_cast<int>(run.head.steps);
      int done = 0;
      server.RunScript(OpenEnded(run.script),
                       [&] { progress.Show(std::min(++done, total), total); });
    }
    const bool open = server.InTransaction();
    state = StateOf(output, server, run.head);
    undone = open && state != run.head.to;
    if (open) server.Query(undone ? "ROLLBACK" : "COMMIT");
  } catch (...) {
    server.AbandonTransaction();
    throw;
  }
  if (state != run.head.to) FailElsewhere(server, run.head, state, undone);
  return run.head.steps;
}

void VerifyPlans(Context& context, Connection& server, const Schema& from,
                 const std::vector<PlanRun>& runs, std::size_t parts_done) {
  const ScratchDatabase database(server, "verify");
  ScratchConnection scratch(database, context.connection_settings());
  TryOut(context, scratch.connection(), from, runs, parts_done);
}

}  // namespace pggit::cli
