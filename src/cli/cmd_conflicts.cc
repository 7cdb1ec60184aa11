#include <algorithm>

#include "cli/groups.h"
#include "cli/history.h"
#include "cli/live_change.h"
#include "cli/parser.h"
#include "core/base/lines.h"

namespace pggit::cli {
namespace {

Json ConflictJson(const Result& rows, int row) {
  Json::Object object;
  for (const char* name : {"operation", "target", "source", "path", "element", "type", "base",
                           "ours", "theirs", "resolution", "resolved_before", "reason"}) {
    object.emplace_back(name, TextOrNull(rows.Text(row, name)));
  }
  return object;
}

// One side of a conflict, as lines with the side's name before them.
std::string SideText(std::string_view side, const std::string& definition, const Style& style) {
  if (definition.empty()) {
    return "  " + style.Paint(Color::kDim, std::string(side)) + " is not there\n";
  }
  std::string text;
  for (const std::string_view line : SplitLines(definition)) {
    text += "  " + style.Paint(Color::kDim, std::string(side)) + ' ' + std::string(line) + '\n';
  }
  return text;
}

std::string ConflictText(const Result& rows, int row, const Style& style) {
  const std::string element = rows.Text(row, "element");
  const std::string resolution = rows.Text(row, "resolution");
  const std::string before = rows.Text(row, "resolved_before");
  std::string text =
      style.Paint(Color::kBold, rows.Text(row, "path") + (element.empty() ? "" : '#' + element)) +
      "  " + rows.Text(row, "type");
  if (!resolution.empty()) {
    text += "  " + style.Paint(Color::kGreen, "decided: " + resolution);
  } else if (!before.empty()) {
    text += "  " + style.Paint(Color::kYellow, "decided before: " + before);
  }
  if (!rows.Text(row, "reason").empty()) {
    text += "\n  " + style.Paint(Color::kRed, "refused") + ' ' + rows.Text(row, "reason");
  }
  return text + '\n' + SideText("base  ", rows.Text(row, "base"), style) +
         SideText("target", rows.Text(row, "ours"), style) +
         SideText("source", rows.Text(row, "theirs"), style);
}

void Decide(const Arguments& arguments, Connection& server) {
  if (!arguments.Has("PATH")) {
    throw UsageError("to decide a conflict takes its path",
                     "Name it: pggit conflicts --take source PATH");
  }
  const std::string path = *arguments.Value("PATH");
  if (arguments.Has("ddl")) {
    (void)server.Query("SELECT pggit_v0.resolve_conflict($1, 'manual_ddl', $2)",
                       {path, *arguments.Value("ddl")});
  } else {
    (void)server.Query("SELECT pggit_v0.resolve_conflict($1, $2)",
                       {path, *arguments.Value("take")});
  }
}

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  if (arguments.Has("take") && arguments.Has("ddl")) {
    throw UsageError("a conflict is decided for a side or by statements",
                     "Leave out --take or --ddl.");
  }
  const bool decides = arguments.Has("take") || arguments.Has("ddl");
  Connection& server = decides ? ServerToChange(context) : HistoryServer(context);
  if (decides) Decide(arguments, server);
  const Result rows = server.Query(
      "SELECT c.* FROM pggit.conflicts AS c JOIN pggit_v0.head AS h "
      "ON h.ref_name = 'refs/heads/' || c.target ORDER BY c.path, c.element NULLS FIRST");
  int left = 0;
  std::string text;
  Json::Array list;
  Output& output = context.output();
  for (int row = 0; row < rows.rows(); ++row) {
    if (rows.Text(row, "resolution").empty()) ++left;
    list.push_back(ConflictJson(rows, row));
    text += ConflictText(rows, row, output.answer_style());
  }
  if (context.json()) {
    output.AnswerJson("conflicts", {{"conflicts", std::move(list)}, {"undecided", left}});
  } else {
    output.PagedAnswer(text);
    output.Finish();  // What is said next is read after it.
    if (rows.rows() == 0) {
      output.Talk("No merge waits for a decision.\n");
    } else if (left == 0) {
      std::string verb = rows.Text(0, "operation");
      std::ranges::replace(verb, '_', '-');
      output.Talk("All are decided. End the " + verb + " with: pggit " + verb + " --continue\n");
    }
  }
  return left == 0 ? 0 : 1;
}

}  // namespace

Command ConflictsCommand() {
  return {
      .name = "conflicts",
      .group = kGroupChange,
      .summary = "show and decide what a merge or rebase waits for",
      .description =
          {"Lists the conflicts of the merge, rebase, cherry-pick or revert of the current branch "
           "that is not finished: each part with what it was before, in the target, which is "
           "merged into, and in the source.",
           "A conflict is decided for a side with --take, by statements with --ddl, which run at "
           "once in the live schema, or by changing the part there in any other way. What was "
           "decided when the same conflict was met before is shown.",
           "The exit status is 1 while a conflict is not decided."},
      .options = {{.name = "take",
                   .value = "SIDE",
                   .help = "decide for what this side has",
                   .choices = {"source", "target"}},
                  {.name = "ddl", .value = "SQL", .help = "decide by running these statements"},
                  AllowDataLossOption()},
      .positional = {.name = "PATH",
                     .help = "the conflict to decide, or an object for all of its conflicts"},
      .examples = {{"pggit conflicts", "See what is to be decided."},
                   {"pggit conflicts --take source users#column:email",
                    "Take the branch's column."},
                   {"pggit conflicts --ddl 'ALTER TABLE users ALTER age TYPE bigint' users",
                    "Decide by something else."}},
      .exits = {{1, "something is not decided"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
