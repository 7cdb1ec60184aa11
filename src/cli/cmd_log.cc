#include "cli/graph.h"
#include "cli/groups.h"
#include "cli/history.h"

namespace pggit::cli {
namespace {

std::vector<std::string> Lines(const LoggedCommit& commit, bool oneline, const Style& style) {
  if (!oneline) return CommitLines(commit, style);
  const std::string refs = RefsText(commit, style);
  return {style.Paint(Color::kYellow, commit.sha.substr(0, kShownDigits)) + ' ' +
          (refs.empty() ? "" : refs + ' ') + std::string(commit.subject())};
}

// The signs before a line, and the line; nothing of the signs is left where they end a line.
std::string Beside(const std::string& signs, const std::string& line, const Style& style) {
  if (signs.empty()) return line + '\n';
  return style.Paint(Color::kRed, signs) + (line.empty() ? "" : ' ' + line) + '\n';
}

std::string LogText(const std::vector<LoggedCommit>& commits, bool oneline, bool graph,
                    const Style& style) {
  std::string text;
  Graph lanes;
  for (std::size_t i = 0; i < commits.size(); ++i) {
    const std::vector<std::string> lines = Lines(commits[i], oneline, style);
    const bool gap = !oneline && i + 1 < commits.size();
    if (!graph) {
      for (const std::string& line : lines) text += line + '\n';
      if (gap) text += '\n';
      continue;
    }
    const Graph::Rows rows = lanes.Next(commits[i].sha, commits[i].parents);
    text += Beside(rows.commit, lines.front(), style);
    // Edges run beside the text of the commit as far as there is any.
    std::size_t line = 1;
    for (const std::string& edge : rows.edges) {
      text += Beside(edge, line < lines.size() ? lines[line++] : "", style);
    }
    for (; line < lines.size(); ++line) text += Beside(rows.beside, lines[line], style);
    if (gap) text += Beside(rows.beside, "", style);
  }
  return text;
}

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  const std::vector<LoggedCommit> commits =
      ReadLog(HistoryServer(context), arguments.Value("REVISION").value_or("HEAD"),
              arguments.Value("max-count").value_or(""), arguments.Value("object").value_or(""));
  Output& output = context.output();
  if (context.json()) {
    Json::Array list;
    for (const LoggedCommit& commit : commits) list.push_back(LoggedCommitJson(commit));
    output.AnswerJson("log", {{"commits", std::move(list)}});
    return 0;
  }
  output.PagedAnswer(
      LogText(commits, arguments.Has("oneline"), arguments.Has("graph"), output.answer_style()));
  return 0;
}

}  // namespace

Command LogCommand() {
  return {
      .name = "log",
      .group = kGroupHistory,
      .summary = "show the commits of a branch or range",
      .description =
          {"Lists commits, latest first: what HEAD has in its history, or what the revision or "
           "range names. A range A..B is what B has and A has not, A...B what one of them has and "
           "the other has not.",
           "A revision is anything that git takes for one: a branch, a tag, the beginning of an "
           "id, "
           "main~3, main^2, main@{1}, main@{yesterday}, :/words of a message."},
      .options = {{.name = "max-count",
                   .letter = 'n',
                   .value = "NUMBER",
                   .help = "show no more commits than this"},
                  {.name = "oneline", .help = "one line a commit"},
                  {.name = "graph", .help = "draw the lines of history beside them"},
                  {.name = "object",
                   .value = "OBJECT",
                   .help = "only commits that changed it: users, f(integer) or a path"}},
      .positional = {.name = "REVISION", .help = "where to begin, or a range"},
      .examples = {{"pggit log --graph --oneline", "Look at the history as a picture."},
                   {"pggit log -n 5 --object users", "See who changed the table users last."},
                   {"pggit log v1..main --json | jq -r '.commits[].message'",
                    "List what came since a release."}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
