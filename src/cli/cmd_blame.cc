#include <algorithm>

#include "cli/groups.h"
#include "cli/history.h"
#include "cli/term/text.h"
#include "core/base/lines.h"

namespace pggit::cli {
namespace {

// The lines of each part, the first of them after who made it what it is.
std::string BlameText(const Result& rows, const Style& style) {
  std::size_t width = 0;
  for (int row = 0; row < rows.rows(); ++row) {
    width = std::max(width, DisplayWidth(rows.Text(row, "name")));
  }
  std::string text;
  for (int row = 0; row < rows.rows(); ++row) {
    const std::string who = PadRight(rows.Text(row, "name"), width) + ' ' + rows.Text(row, "day");
    std::string before =
        style.Paint(Color::kYellow, rows.Text(row, "commit_sha").substr(0, kShownDigits)) + " (" +
        who + ") ";
    const std::size_t blank = DisplayWidth(before);
    const std::string definition = rows.Text(row, "definition");
    for (const std::string_view line : SplitLines(definition)) {
      text += before;
      text += line;
      text += '\n';
      before = std::string(blank, ' ');
    }
  }
  return text;
}

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  const Result rows = HistoryServer(context).Query(
      "SELECT element, line, commit_sha, author, "
      "pg_catalog.regexp_replace(author, ' <.*', '') AS name, "
      "authored_at::pg_catalog.date AS day, pg_catalog.to_char(authored_at AT TIME ZONE 'UTC', "
      "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') AS authored_at, message, definition "
      "FROM pggit.blame($1, $2)",
      {*arguments.Value("OBJECT"), arguments.Value("revision").value_or("HEAD")});
  Output& output = context.output();
  if (!context.json()) {
    output.PagedAnswer(BlameText(rows, output.answer_style()));
    return 0;
  }
  Json::Array parts;
  for (int row = 0; row < rows.rows(); ++row) {
    const auto line = rows.Get(row, "line");
    parts.push_back(Json::Object{{"element", TextOrNull(rows.Text(row, "element"))},
                                 {"line", line ? Json(std::stoi(std::string(*line))) : Json()},
                                 {"commit", rows.Text(row, "commit_sha")},
                                 {"author", rows.Text(row, "author")},
                                 {"authored_at", rows.Text(row, "authored_at")},
                                 {"message", rows.Text(row, "message")},
                                 {"definition", rows.Text(row, "definition")}});
  }
  output.AnswerJson("blame", {{"parts", std::move(parts)}});
  return 0;
}

}  // namespace

Command BlameCommand() {
  return {
      .name = "blame",
      .group = kGroupHistory,
      .summary = "show who last changed each part of an object",
      .description = {"Prints an object with the commit that made each part what it is: each "
                      "column, constraint, index, trigger and policy of a table, each line of a "
                      "function's body or a view's query. Where a column stands plays no part."},
      .options = {{.name = "revision",
                   .letter = 'r',
                   .value = "REVISION",
                   .help = "the object as it was there; HEAD when left out"}},
      .positional = {.name = "OBJECT",
                     .help = "users, f(integer), a path, or a path and an element of it",
                     .required = true},
      .examples = {{"pggit blame users", "See who made each column of a table."},
                   {"pggit blame public/tables/users.sql#column:email", "Ask of one column."},
                   {"pggit blame 'f(integer)' -r v1", "Ask how it was in a release."}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
