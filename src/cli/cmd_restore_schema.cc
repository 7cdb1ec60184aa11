#include <unistd.h>

#include "cli/context.h"
#include "cli/groups.h"
#include "cli/parser.h"
#include "cli/schema_source.h"
#include "core/plan/restore.h"

namespace pggit::cli {
namespace {

int Run(Context& context) {
  const std::optional<std::string> input = context.arguments().Value("INPUT");
  // Nobody types definitions: who leaves the input out on a terminal would wait for an answer.
  if (!input && isatty(STDIN_FILENO) != 0) {
    throw UsageError("no definitions to read",
                     "Name what \"pggit snapshot\" wrote, or pipe it in.");
  }
  const Schema schema = LoadSchema(input.value_or("-"));
  Output& output = context.output();
  if (context.json()) {
    Json::Array statements;
    for (const Statement& statement : PlanRestore(schema)) {
      statements.push_back(
          Json::Object{{"object", Describe(statement.object)}, {"sql", statement.sql}});
    }
    output.AnswerJson("restore-schema", {{"statements", std::move(statements)}});
  } else {
    output.PagedAnswer(RestoreScript(schema));
  }
  return 0;
}

}  // namespace

Command RestoreSchemaCommand() {
  return {
      .name = "restore-schema",
      .group = kGroupSchema,
      .summary = "print the script that rebuilds a snapshot in an empty database",
      .description =
          {"Reads what \"pggit snapshot\" wrote and prints its statements in an order in which "
           "they can run: each after what it needs, circles of views, functions, defaults and "
           "foreign keys broken as pg_dump breaks them.",
           "Feed the script to psql, connected to an empty database. No server is needed to make "
           "it."},
      .options = {},
      .positional = {.name = "INPUT",
                     .help = "directory or file of definitions; standard input if left out or -"},
      .examples = {{"pggit restore-schema schema/ | psql -1 -v ON_ERROR_STOP=1 -d copy",
                    "Rebuild the schema in database copy, whole or not at all."},
                   {"pggit snapshot -d shop | pggit restore-schema - > shop.sql",
                    "Make one script of a database."}},
      .exits = {},
      .connects = false,
      .run = Run,
  };
}

}  // namespace pggit::cli
