#include "cli/groups.h"
#include "cli/history.h"
#include "cli/parser.h"
#include "cli/schema_diff.h"
#include "cli/two_schemas.h"

namespace pggit::cli {
namespace {

struct Sides {
  std::string from = "HEAD";
  std::string to;  // empty: the live schema
};

// `A`, `A B` or `A..B`.
Sides SidesOf(const std::vector<std::string>& revisions) {
  if (revisions.size() > 2) {
    throw UsageError("a difference is between two sides",
                     "Name at most two revisions: pggit diff OLD NEW");
  }
  Sides sides;
  if (revisions.size() == 2) return {revisions[0], revisions[1]};
  if (revisions.empty()) return sides;
  const std::size_t dots = revisions[0].find("..");
  if (dots == std::string::npos) return {revisions[0], ""};
  if (dots > 0) sides.from = revisions[0].substr(0, dots);
  sides.to = revisions[0].substr(dots + 2);
  if (sides.to.starts_with('.')) {
    throw UsageError("a difference is between two sides", "Name the two: pggit diff OLD..NEW");
  }
  if (sides.to.empty()) sides.to = "HEAD";
  return sides;
}

int Run(Context& context) {
  if (context.arguments().Has("from") || context.arguments().Has("to")) {
    return DiffSchemas(context);
  }
  if (context.arguments().Has("rename")) {
    throw UsageError("renames are told for two schemas",
                     "Name both: pggit diff --from OLD --to NEW --rename OLD=NEW");
  }
  const Sides sides = SidesOf(context.arguments().All("REVISION"));
  const Result rows = HistoryServer(context).Query(
      "SELECT object_path, change_type, diff FROM pggit.diff($1, NULLIF($2, ''))",
      {sides.from, sides.to});
  Output& output = context.output();
  std::string text;
  Json::Array list;
  for (int row = 0; row < rows.rows(); ++row) {
    text += PatchText(rows.Text(row, "diff"), output.answer_style());
    list.push_back(Json::Object{{"path", rows.Text(row, "object_path")},
                                {"change", rows.Text(row, "change_type")},
                                {"diff", rows.Text(row, "diff")}});
  }
  if (context.json()) {
    output.AnswerJson(
        "diff", {{"from", sides.from}, {"to", TextOrNull(sides.to)}, {"changes", std::move(list)}});
  } else {
    output.PagedAnswer(text);
  }
  return rows.rows() == 0 ? 0 : 1;
}

std::vector<Option> Options() {
  std::vector<Option> options = TwoSchemasOptions();
  const std::vector<Option> forms = {
      {.name = "sql", .help = "print the script that makes the one of the other"},
      {.name = "stat", .help = "list the changes, a line a part"},
      {.name = "name-only", .help = "list the paths of what differs"},
      {.name = "summary", .help = "count what was added, removed and modified"}};
  options.insert(options.begin() + 2, forms.begin(), forms.end());
  return options;
}

}  // namespace

Command DiffCommand() {
  return {
      .name = "diff",
      .group = kGroupHistory,
      .summary = "show what differs between two states",
      .description =
          {"Prints the difference of definitions as a patch that git can apply: between "
           "the last commit and the live schema, between a revision and the live schema, "
           "or between two revisions.",
           "With --from and --to it compares two schemas, each a database (a name, URI or "
           "connection string; it needs no extension there), a directory or file of definitions, "
           "or a "
           "script of SQL: one that a person keeps, or a dump. A script is run in a scratch "
           "database of the other side's server, or of the one that the connection options name, "
           "in a transaction that is undone; rows that a dump copies are left out. --sql prints "
           "the script that turns the first into the second, each statement after what it needs "
           "and "
           "with what it costs. What destroys data is said at its top.",
           "What is gone on one side and new on the other is dropped and made, unless --rename "
           "tells "
           "that it has a new name: then it keeps its data, and what depends on it follows. Names "
           "are written as in SQL, schema.table=new or schema.table.column=new, with the kind "
           "before "
           "them where several things have one name (\"index public.a=b\"). Each is read after "
           "those "
           "before it. What looks like a rename is proposed, and never taken for one."},
      .options = Options(),
      .positional = {.name = "REVISION", .help = "one revision, two, or OLD..NEW", .repeats = true},
      .examples = {{"pggit diff", "See what the next commit would record."},
                   {"pggit diff v1 main > v1-to-main.patch", "Keep what came since a release."},
                   {"pggit diff --from production --to schema/ --sql > migrate.sql",
                    "Make the script that brings a database to what a directory says."},
                   {"pggit diff --from production --to schema.sql",
                    "Compare a database with a script that makes the whole schema."}},
      .exits = {{0, "no difference"}, {1, "differences"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
