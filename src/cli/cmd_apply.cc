#include <unistd.h>

#include <charconv>

#include "cli/context.h"
#include "cli/groups.h"
#include "cli/live_change.h"
#include "cli/parser.h"
#include "cli/plan_run.h"
#include "cli/renames.h"
#include "cli/schema_side.h"
#include "cli/schema_source.h"
#include "cli/two_schemas.h"
#include "core/base/error.h"

namespace pggit::cli {
namespace {

PlanRun PlanFor(Context& context, Connection& server, const std::string& target) {
  Side to = ReadSide(context, target, /*beside=*/"");
  const SnapshotOptions kept = KeptAttributes(context.arguments());
  const Side start = ReadDatabaseSide(context.output(), server, kept);
  const Schema& from = start.schema;
  PlanOptions options;
  options.server_major = server.server_major();
  ReadPlanForm(context.arguments(), options);
  const std::optional<Renamed> renamed =
      ToldRenames(context.arguments(), from, to.schema, options.server_major);
  LeaveOutGrants(context.output(), start, renamed, to.schema);
  const Plan plan = PlanWith(renamed, from, to.schema, options);
  context.output().Talk(ProposalText(ProposalsWith(renamed, from, to.schema)));
  const PlanHead head = HeadOf(from, to.schema, kept, plan);
  return {head, HeadedScript(head, plan), {}};
}

PlanRun PlanIn(const std::string& file) {
  std::string script = ReadText(file);
  const auto head = ParseHead(script);
  if (!head) {
    throw Error(ErrorCode::kInvalidArgument, '"' + file + "\" holds no plan",
                "Its first line does not say which schema it starts from.",
                "Make one with \"pggit diff --from DATABASE --to SCHEMA --sql\".");
  }
  return {*head, std::move(script), {}};
}

PlanRun PlanOf(Context& context, Connection& server) {
  const Arguments& arguments = context.arguments();
  const auto file = arguments.Value("SCRIPT");
  const auto target = arguments.Value("to");
  if (file && target) {
    throw UsageError("a plan is read or made, not both", "Name a script, or --to SCHEMA.");
  }
  if (target) return PlanFor(context, server, *target);
  if (arguments.Has("online")) {
    throw UsageError("how much a plan locks is told where it is made",
                     "Make it with --to SCHEMA, or with \"pggit diff --sql --online\".");
  }
  if (arguments.Has("rename")) {
    throw UsageError("renames are told where a plan is made",
                     "Make it with --to SCHEMA, or tell \"pggit diff --sql\" of them.");
  }
  if (!file && isatty(STDIN_FILENO) != 0) {
    throw UsageError("no plan to run", "Name a script, or --to SCHEMA.");
  }
  return PlanIn(file.value_or("-"));
}

void RequireNoLoss(Context& context, const PlanRun& run) {
  const std::vector<std::string> losses = LossesOf(run.script);
  if (losses.empty()) return;
  std::string list;
  for (const std::string& loss : losses) list += (list.empty() ? "" : "\n") + loss;
  if (!context.arguments().Has("allow-data-loss")) {
    throw Error(ErrorCode::kUncommittedChanges, "this would lose data", list,
                "Allow it with --allow-data-loss.");
  }
  context.output().Talk("Lost:\n" + list + '\n');
}

void SetTimeout(Context& context, Connection& server, const std::string& option,
                const std::string& setting, const std::string& usual) {
  server.Query("SELECT pg_catalog.set_config($1, $2, false)",
               {setting, context.arguments().Value(option).value_or(usual)});
}

// How often a transaction of an online plan that waited too long for a lock is begun again.
int Retries(const Arguments& arguments) {
  constexpr int kUsual = 10;
  const auto text = arguments.Value("lock-retries");
  if (!text) return kUsual;
  int retries = 0;
  const char* const end = text->data() + text->size();
  const auto [stop, error] = std::from_chars(text->data(), end, retries);
  if (error != std::errc() || stop != end || retries < 0) {
    throw UsageError('"' + *text + "\" is no number of retries", "Give a number, 0 or more.");
  }
  return retries;
}

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  Connection& server = context.Server();
  PlanRun run = PlanOf(context, server);
  run.patience = {.timeout = arguments.Value("lock-timeout").value_or("2s"),
                  .retries = Retries(arguments)};
  Output& output = context.output();
  const PlanStart start = ReadStart(context, server, run);
  std::size_t steps = 0;
  if (!start.ended || start.parts_done > 0) {
    if (start.parts_done > 0 && !start.ended) {
      output.Talk("The plan was begun before; it goes on after part " +
                  std::to_string(start.parts_done) + ".\n");
    }
    if (!start.ended) RequireNoLoss(context, run);
    if (arguments.Has("verify") && !start.ended) {
      VerifyPlans(context, server, start.schema, {run}, start.parts_done);
    }
    SetTimeout(context, server, "lock-timeout", "lock_timeout", "10s");
    SetTimeout(context, server, "statement-timeout", "statement_timeout", "0");
    steps = RunPlan(context, server, run, start.parts_done);
  }
  if (context.json()) {
    output.AnswerJson("apply", {{"database", server.database()},
                                {"start", run.head.from},
                                {"end", run.head.to},
                                {"steps", static_cast<std::int64_t>(steps)}});
  } else if (steps == 0) {
    output.Answer("Database \"" + server.database() + "\" is where the plan ends already.\n");
  } else {
    output.Answer("Database \"" + server.database() + "\" is where the plan ends, after " +
                  std::to_string(steps) + (steps == 1 ? " step.\n" : " steps.\n"));
  }
  return 0;
}

}  // namespace

Command ApplyCommand() {
  return {
      .name = "apply",
      .group = kGroupSchema,
      .summary = "run a plan on a database, from its start to its end",
      .description =
          {"Runs the script that \"pggit diff --sql\" printed, or with --to makes the plan that "
           "turns the database into a schema and runs that. The database needs no extension.",
           "The first line of a plan says which schema it starts from and which it ends with. Any "
           "other database is refused, and one that is where the plan ends already is left alone. "
           "The script runs in one transaction, or in the few that it has; when a statement fails "
           "its transaction is undone. Before the last one ends the schema is read back: when it "
           "is not the plan's end, that is undone, too.",
           "An online plan has many transactions, and statements that run in none. Each that waits "
           "too long for a lock is undone, and begun again after a pause that grows. One that "
           "stopped is run again in the same way: it goes on where the schema is, and what is left "
           "of an index that was not finished is dropped. It is read back after the end.",
           "Where rows or values are lost it refuses, and says which, until --allow-data-loss is "
           "given."},
      .options = {{.name = "to",
                   .value = "SCHEMA",
                   .help = "make the plan to this: a database, a directory or a file of "
                           "definitions"},
                  RenameOption(),
                  AllowDataLossOption(),
                  {.name = "verify",
                   .help = "run it in a scratch database of the same server first"},
                  {.name = "lock-timeout",
                   .value = "TIME",
                   .help = "how long a statement waits for a lock (10s; 2s of an online plan)"},
                  {.name = "lock-retries",
                   .value = "NUMBER",
                   .help = "how often a transaction of an online plan that waited too long is "
                           "begun again (10)"},
                  {.name = "statement-timeout",
                   .value = "TIME",
                   .help = "how long a statement may take (no limit)"},
                  OnlineOption(),
                  {.name = "one-transaction",
                   .help = "with --to, plan everything in one transaction"},
                  {.name = "owners", .help = "with --to, change who owns what, too"},
                  {.name = "tablespaces",
                   .help = "with --to, move tables and indexes to their tablespaces, too"}},
      .positional = {.name = "SCRIPT", .help = "the plan; standard input if left out or -"},
      .examples = {{"pggit diff --from shop --to schema/ --sql > plan.sql",
                    "Make a plan, and look at it."},
                   {"pggit apply -d shop --verify plan.sql",
                    "Try it on a scratch copy of the schema, then run it."},
                   {"pggit apply -d shop --to schema/", "Make it and run it at once."}},
      .exits = {{5, "all statements ran, and the schema is another than the plan's end"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
