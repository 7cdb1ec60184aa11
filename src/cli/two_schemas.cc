#include "cli/two_schemas.h"

#include "cli/parser.h"

namespace pggit::cli {

void TwoSchemas::PlanFor(const Arguments& arguments, int server_major) {
  if (server_major == options.server_major) return;
  options.server_major = server_major;
  renamed = ToldRenames(arguments, from.schema, to.schema, server_major);
}

TwoSchemas ReadTwoSchemas(Context& context, const std::string& example) {
  const Arguments& arguments = context.arguments();
  const auto from = arguments.Value("from");
  const auto to = arguments.Value("to");
  if (!from || !to) {
    throw UsageError("a difference is between two schemas", "Name both: " + example);
  }
  TwoSchemas both{*from, *to, ReadSide(context, *from), ReadSide(context, *to), {}, {}};
  if (both.from.server_major > 0) both.options.server_major = both.from.server_major;
  both.options.one_transaction = arguments.Has("one-transaction");
  both.renamed =
      ToldRenames(arguments, both.from.schema, both.to.schema, both.options.server_major);
  return both;
}

std::vector<Option> TwoSchemasOptions() {
  return {{.name = "from", .value = "SCHEMA", .help = "the schema to start from"},
          {.name = "to", .value = "SCHEMA", .help = "the schema to end with"},
          RenameOption(),
          {.name = "one-transaction",
           .help = "plan everything in one transaction, even where that costs more"},
          {.name = "owners", .help = "compare who owns what, too"},
          {.name = "tablespaces", .help = "compare where tables and indexes are stored, too"}};
}

}  // namespace pggit::cli
