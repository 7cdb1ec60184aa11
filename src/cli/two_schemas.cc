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
  TwoSchemas both{.from_source = *from,
                  .to_source = *to,
                  .from = ReadSide(context, *from, IsFile(*to) ? "" : *to),
                  .to = ReadSide(context, *to, IsFile(*from) ? "" : *from),
                  .renamed = {},
                  .options = {}};
  if (both.from.server_major > 0) both.options.server_major = both.from.server_major;
  ReadPlanForm(arguments, both.options);
  both.renamed =
      ToldRenames(arguments, both.from.schema, both.to.schema, both.options.server_major);
  LeaveOutGrants(context.output(), both.from, both.renamed, both.to.schema);
  return both;
}

Option OnlineOption() {
  return {.name = "online",
          .help =
              "plan with small locks: indexes built concurrently, constraints checked later, in "
              "several transactions"};
}

std::vector<Option> TwoSchemasOptions() {
  return {{.name = "from", .value = "SCHEMA", .help = "the schema to start from"},
          {.name = "to", .value = "SCHEMA", .help = "the schema to end with"},
          RenameOption(),
          OnlineOption(),
          {.name = "one-transaction",
           .help = "plan everything in one transaction, even where that costs more"},
          {.name = "owners", .help = "compare who owns what, too"},
          {.name = "tablespaces", .help = "compare where tables and indexes are stored, too"}};
}

void ReadPlanForm(const Arguments& arguments, PlanOptions& options) {
  options.one_transaction = arguments.Has("one-transaction");
  options.online = arguments.Has("online");
  if (options.one_transaction && options.online) {
    throw UsageError("a plan runs in one transaction or locks little, not both",
                     "Leave --one-transaction or --online out.");
  }
}

}  // namespace pggit::cli
