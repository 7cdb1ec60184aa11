#include "cli/groups.h"
#include "cli/history.h"
#include "cli/live_change.h"
#include "cli/parser.h"
#include "cli/renames.h"
#include "core/catalog/cells.h"

namespace pggit::cli {
namespace {

constexpr char kAdvice[] =
    "The schema is as it was. Look: pggit conflicts. Decide: pggit conflicts --take source|target "
    "PATH,\nor change the schema. Then: pggit merge --continue, or give up: pggit merge --abort\n";

// The one thing that is asked for: a branch, or what becomes of the merge that waits.
void RequireOneTask(const Arguments& arguments) {
  const int tasks = (arguments.Has("continue") ? 1 : 0) + (arguments.Has("abort") ? 1 : 0) +
                    (arguments.Has("BRANCH") ? 1 : 0);
  if (tasks != 1) {
    throw UsageError("a merge needs a branch, --continue or --abort",
                     "Name one of them: pggit merge BRANCH");
  }
  if (arguments.Has("message") && !arguments.Has("continue")) {
    throw UsageError("--message is for --continue", "Leave it out: pggit merge BRANCH");
  }
  if (!arguments.Has("BRANCH") &&
      (arguments.Has("into") || arguments.Has("strategy") || arguments.Has("rename"))) {
    throw UsageError("--into, --strategy and --rename are for a merge that begins",
                     "Leave them out: pggit merge --continue");
  }
}

int Abort(Context& context, Connection& server) {
  const std::string source = server.Query("SELECT pggit.merge_abort() AS source").Text(0, "source");
  Output& output = context.output();
  if (context.json()) {
    output.AnswerJson("merge",
                      {{"status", "aborted"}, {"commit", Json()}, {"conflicts", Json::Array()}});
  } else {
    output.Answer("Gave up merging " + source + ".\n");
  }
  return 0;
}

Result AskFor(const Arguments& arguments, Connection& server) {
  const std::string columns =
      std::string("SELECT status, merge_commit_sha AS sha, ") + kConflictsColumn + " FROM ";
  if (arguments.Has("continue")) {
    return server.Query(columns + "pggit.merge_continue(NULLIF($1, ''))",
                        {arguments.Value("message").value_or("")});
  }
  return server.Query(
      columns + "pggit.merge($1, NULLIF($2, ''), $3, $4::pg_catalog.text[])",
      {*arguments.Value("BRANCH"), arguments.Value("into").value_or(""),
       arguments.Value("strategy").value_or("recursive"), ArrayText(arguments.All("rename"))});
}

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  RequireOneTask(arguments);
  Connection& server = ServerToChange(context);
  if (arguments.Has("abort")) return Abort(context, server);
  return AnswerMerge(context, AskFor(arguments, server),
                     {.verb = "merge", .done = "Merged", .advice = kAdvice});
}

}  // namespace

Command MergeCommand() {
  return {
      .name = "merge",
      .group = kGroupChange,
      .summary = "bring what another branch did into a branch",
      .description =
          {"Merges three ways, part by part: columns, constraints, indexes and what else a table "
           "has by their names, function bodies by lines, privileges by role. Where the branch is "
           "the one with the live schema, that is turned into the merge in the same transaction; "
           "rows stay.",
           "Where both sides made different things of one part, or one needs what the other "
           "dropped, the schema stays as it is: the parts are listed, the exit status is 1, and "
           "the merge waits, also over a disconnect. Decide them with pggit conflicts or by "
           "changing "
           "the schema, then end it with --continue, or give up with --abort.",
           "What a commit says it renamed is one thing under two names. What nobody recorded is "
           "told "
           "with --rename, as in public.users.mail=email; what may have been renamed is said "
           "beside "
           "the conflict, and never taken for it."},
      .options = {{.name = "into",
                   .value = "BRANCH",
                   .help = "the branch to merge into; HEAD's when left out"},
                  {.name = "strategy",
                   .letter = 's',
                   .value = "STRATEGY",
                   .help = "whose part wins where sides disagree",
                   .choices = {"recursive", "ours", "theirs"}},
                  RenameOption(),
                  {.name = "continue", .help = "end the merge that waits, as it was decided"},
                  {.name = "message",
                   .letter = 'm',
                   .value = "TEXT",
                   .help = "with --continue, the message of the commit"},
                  {.name = "abort", .help = "give up the merge that waits"},
                  AllowDataLossOption()},
      .positional = {.name = "BRANCH", .help = "the branch or revision to merge"},
      .examples = {{"pggit merge feature", "Bring a branch into the current one."},
                   {"pggit merge --strategy theirs feature", "Let the branch decide disputes."},
                   {"pggit merge --continue",
                    "Commit the merge after its conflicts were decided."}},
      .exits = {{1, "conflicts"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
