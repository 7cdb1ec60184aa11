#include "cli/groups.h"
#include "cli/history.h"

namespace pggit::cli {
namespace {

int Run(Context& context) {
  const std::string revision = context.arguments().Value("REVISION").value_or("HEAD");
  Connection& server = HistoryServer(context);
  const Result rows = server.Query(
      "SELECT commit_sha, object_path, object_type, change_type, diff FROM pggit.show($1)",
      {revision});
  const LoggedCommit commit = ReadLog(server, rows.Text(0, "commit_sha"), "1", "").at(0);
  Output& output = context.output();
  if (context.json()) {
    Json::Array changes;
    for (int row = 0; row < rows.rows(); ++row) {
      if (!rows.Get(row, "object_path")) continue;
      changes.push_back(Json::Object{{"path", rows.Text(row, "object_path")},
                                     {"type", TextOrNull(rows.Text(row, "object_type"))},
                                     {"change", rows.Text(row, "change_type")},
                                     {"diff", rows.Text(row, "diff")}});
    }
    output.AnswerJson("show",
                      {{"commit", LoggedCommitJson(commit)}, {"changes", std::move(changes)}});
    return 0;
  }
  const Style& style = output.answer_style();
  std::string text;
  for (const std::string& line : CommitLines(commit, style)) text += line + '\n';
  for (int row = 0; row < rows.rows(); ++row) {
    const std::string patch = PatchText(rows.Text(row, "diff"), style);
    if (!patch.empty()) text += (row == 0 ? "\n" : "") + patch;
  }
  output.PagedAnswer(text);
  return 0;
}

}  // namespace

Command ShowCommand() {
  return {
      .name = "show",
      .group = kGroupHistory,
      .summary = "show a commit and what it changed",
      .description = {"Prints who made a commit, when and why, and the difference of every "
                      "definition that it changed, against its first parent, as a patch that git "
                      "can apply."},
      .positional = {.name = "REVISION", .help = "the commit; the last one when left out"},
      .examples = {{"pggit show", "Look at the last commit."},
                   {"pggit show main@{yesterday}", "Look at what main had a day ago."}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
