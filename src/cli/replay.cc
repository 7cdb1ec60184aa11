#include "cli/replay.h"

#include <algorithm>

#include "cli/live_change.h"
#include "cli/parser.h"

namespace pggit::cli {
namespace {

std::string VerbOf(std::string operation) {
  std::ranges::replace(operation, '_', '-');
  return operation;
}

int GiveUp(Context& context, Connection& server, const std::string& operation) {
  const std::string source =
      server.Query("SELECT pggit.replay_abort($1) AS source", {operation}).Text(0, "source");
  Output& output = context.output();
  if (context.json()) {
    output.AnswerJson(VerbOf(operation),
                      {{"status", "aborted"}, {"commit", Json()}, {"conflicts", Json::Array()}});
  } else {
    output.Answer("Gave up the " + VerbOf(operation) + " of " + source +
                  ". The branch is where it was.\n");
  }
  return 0;
}

}  // namespace

std::vector<Option> ReplayOptions() {
  return {{.name = "continue", .help = "go on, as was decided"},
          {.name = "skip", .help = "go on without the commit that it stopped at"},
          {.name = "abort", .help = "give it up; the branch is where it was"}};
}

bool GoesOn(const Arguments& arguments) {
  int tasks = 0;
  for (const char* const task : {"continue", "skip", "abort"}) tasks += arguments.Has(task) ? 1 : 0;
  if (tasks == 0) return false;
  const bool begins = arguments.Has("ONTO") || arguments.Has("REVISION") || arguments.Has("branch");
  if (tasks > 1 || begins) {
    throw UsageError("--continue, --skip and --abort stand alone",
                     "Leave out the rest, or begin with a revision.");
  }
  return true;
}

int GoOn(Context& context, Connection& server, const std::string& operation) {
  if (context.arguments().Has("abort")) return GiveUp(context, server, operation);
  const std::string function = context.arguments().Has("skip") ? "skip" : "continue";
  const std::string verb = VerbOf(operation);
  return AnswerMerge(
      context,
      server.Query("SELECT status, commit_sha AS sha, pg_catalog.array_to_string(conflict_objects, "
                   "E'\\n') AS conflicts FROM pggit.replay_" +
                       function + "($1)",
                   {operation}),
      {.verb = verb,
       .done = operation == "rebase" ? "Rebased" : "Committed",
       .advice = ReplayAdvice(verb)});
}

std::string ReplayAdvice(const std::string& verb) {
  return "The schema is as it was. Look: pggit conflicts. Decide: pggit conflicts --take "
         "source|target PATH.\nThen: pggit " +
         verb + " --continue, leave the commit out: --skip, or give up: --abort\n";
}

int AnswerPick(Context& context, Connection& server, const std::string& verb,
               const std::string& sha) {
  if (!sha.empty()) return AnswerCommit(context, server, verb, sha);
  return AnswerMerge(
      context,
      server.Query("SELECT 'conflicts' AS status, NULL AS sha, pg_catalog.string_agg(path || "
                   "coalesce('#' || element, ''), E'\\n' ORDER BY path, element NULLS FIRST) AS "
                   "conflicts FROM pggit.conflicts AS c JOIN pggit_v0.head AS h ON h.ref_name = "
                   "'refs/heads/' || c.target"),
      {.verb = verb, .done = "Committed", .advice = ReplayAdvice(verb)});
}

}  // namespace pggit::cli
