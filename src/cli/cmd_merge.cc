#include "cli/groups.h"
#include "cli/history.h"
#include "cli/live_change.h"
#include "core/base/lines.h"

namespace pggit::cli {
namespace {

std::string MergeText(const std::string& status, const std::string& sha,
                      const std::string& conflicts, const Style& style) {
  if (status == "up_to_date") return "Already up to date.\n";
  if (status == "fast_forward") return "Fast-forward to " + sha.substr(0, kShownDigits) + ".\n";
  if (status == "merged") return "Merged as " + sha.substr(0, kShownDigits) + ".\n";
  std::string text;
  for (const std::string_view path : SplitLines(conflicts)) {
    text += style.Paint(Color::kRed, "conflict") + ' ';
    text += path;
    text += '\n';
  }
  return text + "Nothing was changed. Decide for one side: pggit merge --strategy ours|theirs\n";
}

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  Connection& server = ServerToChange(context);
  const Result rows = server.Query(
      "SELECT status, merge_commit_sha, pg_catalog.array_to_string(conflict_objects, E'\\n') AS "
      "conflicts FROM pggit.merge($1, NULLIF($2, ''), $3)",
      {*arguments.Value("BRANCH"), arguments.Value("into").value_or(""),
       arguments.Value("strategy").value_or("recursive")});
  const std::string status = rows.Text(0, "status");
  const std::string sha = rows.Text(0, "merge_commit_sha");
  const std::string conflicts = rows.Text(0, "conflicts");
  Output& output = context.output();
  if (context.json()) {
    Json::Array list;
    for (const std::string_view path : SplitLines(conflicts)) list.emplace_back(std::string(path));
    output.AnswerJson(
        "merge", {{"status", status}, {"commit", TextOrNull(sha)}, {"conflicts", std::move(list)}});
  } else {
    output.Answer(MergeText(status, sha, conflicts, output.answer_style()));
  }
  return status == "conflicts" ? 1 : 0;
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
           "dropped, nothing is changed: the parts are listed and the exit status is 1."},
      .options = {{.name = "into",
                   .value = "BRANCH",
                   .help = "the branch to merge into; HEAD's when left out"},
                  {.name = "strategy",
                   .letter = 's',
                   .value = "STRATEGY",
                   .help = "whose part wins where sides disagree",
                   .choices = {"recursive", "ours", "theirs"}},
                  AllowDataLossOption()},
      .positional = {.name = "BRANCH", .help = "the branch or revision to merge", .required = true},
      .examples = {{"pggit merge feature", "Bring a branch into the current one."},
                   {"pggit merge --strategy theirs feature", "Let the branch decide disputes."}},
      .exits = {{1, "conflicts"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
