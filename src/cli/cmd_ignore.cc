#include "cli/groups.h"
#include "cli/history.h"

namespace pggit::cli {
namespace {

Json::Array Rows(const Result& rows, const char* column, std::string& text) {
  Json::Array list;
  for (int row = 0; row < rows.rows(); ++row) {
    text += rows.Text(row, column) + '\n';
    list.push_back(rows.Text(row, column));
  }
  return list;
}

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  Connection& server = HistoryServer(context);
  const char* const remove = arguments.Has("remove") ? "true" : "false";
  server.Query("BEGIN");
  for (const std::string& pattern : arguments.All("PATTERN")) {
    server.Query("SELECT pggit.ignore($1, $2::pg_catalog.bool)", {pattern, remove});
  }
  const Result patterns = server.Query("SELECT pattern FROM pggit.ignore() AS i (pattern)");
  server.Query("COMMIT");
  Output& output = context.output();
  std::string text;
  Json::Object members = {{"patterns", Rows(patterns, "pattern", text)}};
  if (arguments.Has("list")) {
    text.clear();
    const Result objects = server.Query(
        "SELECT object FROM pggit.omissions() WHERE reason = 'it matches .pggit/ignore'");
    members.emplace_back("objects", Rows(objects, "object", text));
  }
  if (context.json()) {
    output.AnswerJson("ignore", std::move(members));
  } else {
    output.PagedAnswer(text);
  }
  return 0;
}

}  // namespace

Command IgnoreCommand() {
  return {
      .name = "ignore",
      .group = kGroupHistory,
      .summary = "leave objects out, or list the patterns that do",
      .description =
          {"Adds patterns to .pggit/ignore, in the language of .gitignore, over the paths of "
           "definitions: tmp_* is every object of such a name, scratch/ a schema with all in it, "
           "!tmp_rates takes one back in. Prints all patterns. The file is part of the next "
           "commit.",
           "What is left out is in no commit, status or difference, committed before or not: the "
           "next commit takes it out of the tree, and the live object stays."},
      .options = {{.name = "remove", .help = "remove the patterns from the file"},
                  {.name = "list", .help = "list the live objects that are left out"}},
      .positional = {.name = "PATTERN", .help = "what to leave out", .repeats = true},
      .examples = {{"pggit ignore 'tmp_*' scratch/", "Leave out two kinds of things."},
                   {"pggit ignore --list", "List what is left out."}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
