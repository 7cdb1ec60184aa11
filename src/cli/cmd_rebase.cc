#include "cli/groups.h"
#include "cli/history.h"
#include "cli/live_change.h"
#include "core/base/lines.h"

namespace pggit::cli {
namespace {

std::string RebaseText(const std::string& status, const std::string& sha,
                       const std::string& conflicts, const Style& style) {
  if (status == "up_to_date") return "Already up to date.\n";
  if (status == "fast_forward") return "Fast-forward to " + sha.substr(0, kShownDigits) + ".\n";
  if (status == "rebased") return "Rebased as " + sha.substr(0, kShownDigits) + ".\n";
  std::string text;
  for (const std::string_view path : SplitLines(conflicts)) {
    text += style.Paint(Color::kRed, "conflict") + ' ';
    text += path;
    text += '\n';
  }
  return text + "Nothing was changed. Bring the lines together by: pggit merge ONTO\n";
}

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  Connection& server = ServerToChange(context);
  const Result rows = server.Query(
      "SELECT status, rebased_commit_sha, pg_catalog.array_to_string(conflict_objects, E'\\n') AS "
      "conflicts FROM pggit.rebase($1, NULLIF($2, ''))",
      {arguments.Value("ONTO").value_or("main"), arguments.Value("branch").value_or("")});
  const std::string status = rows.Text(0, "status");
  const std::string sha = rows.Text(0, "rebased_commit_sha");
  const std::string conflicts = rows.Text(0, "conflicts");
  Output& output = context.output();
  if (context.json()) {
    Json::Array list;
    for (const std::string_view path : SplitLines(conflicts)) list.emplace_back(std::string(path));
    output.AnswerJson(
        "rebase",
        {{"status", status}, {"commit", TextOrNull(sha)}, {"conflicts", std::move(list)}});
  } else {
    output.Answer(RebaseText(status, sha, conflicts, output.answer_style()));
  }
  return status == "conflicts" ? 1 : 0;
}

}  // namespace

Command RebaseCommand() {
  return {
      .name = "rebase",
      .group = kGroupChange,
      .summary = "make the commits of a branch anew, on top of another",
      .description =
          {"Does what each commit of the branch did that the other has not, one after the other, "
           "on "
           "top of the other. Messages and authors stay, merges are left out, and so is what is "
           "there already. A live schema is turned into the result in the same transaction.",
           "Where a commit meets something that it does not fit, nothing is changed: the parts are "
           "listed and the exit status is 1."},
      .options = {{.name = "branch",
                   .value = "BRANCH",
                   .help = "the branch to rebase; HEAD's when left out"},
                  AllowDataLossOption()},
      .positional = {.name = "ONTO", .help = "the revision to go on top of; main when left out"},
      .examples = {{"pggit rebase --branch feature", "Put a branch on top of main."}},
      .exits = {{1, "conflicts"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
