#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <iterator>

#include "cli/groups.h"
#include "cli/migration_folder.h"
#include "cli/parser.h"
#include "cli/plan_run.h"
#include "cli/two_schemas.h"
#include "core/base/error.h"
#include "core/generate/generate.h"

namespace pggit::cli {
namespace {

std::string Now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[sizeof "20260115103000"];
  const std::size_t length = std::strftime(text, sizeof text, "%Y%m%d%H%M%S", &parts);
  return {text, length};
}

std::string Author(const Context& context, Connection& server) {
  if (const auto author = context.arguments().Value("author")) return *author;
  char host[256] = {};
  gethostname(host, sizeof host - 1);
  return server.user() + " <" + server.user() + '@' + host + '>';
}

// The server of the first schema, where that is a database; else the one to connect to.
Connection& ProvingServer(Context& context, const TwoSchemas& both,
                          std::optional<Connection>& own) {
  if (both.from.server_major == 0) return context.Server();
  ConnectionSettings settings = context.connection_settings();
  settings.dbname = both.from_source;
  return own.emplace(Connection::Open(settings));
}

Plan PlanBack(const TwoSchemas& both) {
  const Schema& from = both.to.schema;
  const Schema& to = both.from.schema;
  try {
    std::optional<Renamed> renamed;
    if (both.renamed && !both.renamed->back.empty()) {
      renamed = RenameAll(from, to, both.renamed->back, both.options.server_major);
    }
    return PlanWith(renamed, from, to, both.options);
  } catch (const Error& error) {
    throw Error(error.code(), std::string("there is no way back: ") + error.what(), error.detail(),
                "Make the way there alone with --up-only.");
  }
}

MigrationTarget TargetOf(Context& context, Connection& server, MigrationFormat format,
                         const std::string& folder) {
  MigrationTarget target;
  target.format = format;
  target.name = context.arguments().Value("name").value_or("schema_change");
  target.present = FilesBelow(folder);
  target.time = Now();
  target.author = Author(context, server);
  target.project = std::filesystem::absolute(folder).lexically_normal().filename().string();
  if (target.project.empty() || target.project == ".") target.project = "schema";
  if (format == MigrationFormat::kSqitch) target.sqitch_plan = TextIfThere(folder, "sqitch.plan");
  return target;
}

int Answer(Context& context, const std::string& folder, const MigrationPlans* plans,
           const std::vector<MigrationFile>& files) {
  Json::Array list;
  std::string text;
  for (const MigrationFile& file : files) {
    const std::string path = (std::filesystem::path(folder) / file.path).string();
    list.push_back(path);
    text += path + '\n';
  }
  if (context.json()) {
    context.output().AnswerJson("generate",
                                {{"start", plans ? Json(plans->up_head.from) : Json(nullptr)},
                                 {"end", plans ? Json(plans->up_head.to) : Json(nullptr)},
                                 {"files", std::move(list)}});
  } else {
    context.output().Answer(files.empty() ? "Nothing differs: no file was made.\n" : text);
  }
  return 0;
}

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  const auto format = MigrationFormatFrom(arguments.Value("format").value_or("plain"));
  const std::string folder = arguments.Value("dir").value_or(".");
  TwoSchemas both = ReadTwoSchemas(context, "pggit generate --from OLD --to NEW");
  std::optional<Connection> own;
  Connection& server = ProvingServer(context, both, own);
  both.PlanFor(arguments, server.server_major());
  const Plan up = both.MakePlan();
  context.output().Talk(
      ProposalText(ProposalsWith(both.renamed, both.from.schema, both.to.schema)));
  if (up.empty()) return Answer(context, folder, nullptr, {});
  const bool back = !arguments.Has("up-only");
  const Plan down = back ? PlanBack(both) : Plan();
  const PlanHead head = HeadOf(both.from.schema, both.to.schema, KeptAttributes(arguments), up);
  const MigrationPlans plans{both.from.schema,       both.to.schema,      up, head,
                             back ? &down : nullptr, HeadBack(head, down)};
  const auto files = MakeMigrationFiles(plans, TargetOf(context, server, *format, folder));
  std::vector<PlanRun> runs{{plans.up_head, HeadedScript(plans.up_head, up), {}}};
  if (back) runs.push_back({plans.down_head, HeadedScript(plans.down_head, down), {}});
  VerifyPlans(context, server, both.from.schema, runs);
  WriteMigration(folder, files);
  std::string losses;
  for (const std::string& loss : LossesOf(runs.front().script)) losses += "  " + loss + '\n';
  if (!losses.empty()) context.output().Talk("This migration destroys data:\n" + losses);
  return Answer(context, folder, &plans, files);
}

std::vector<Option> Options() {
  std::vector<Option> options = TwoSchemasOptions();
  const std::vector<Option> own = {
      {.name = "format",
       .value = "TOOL",
       .help = "whose files to make (plain)",
       .choices = MigrationFormatNames()},
      {.name = "dir", .value = "FOLDER", .help = "where they go (the current folder)"},
      {.name = "name", .value = "NAME", .help = "what the migration is called (schema_change)"},
      {.name = "author", .value = "NAME", .help = "who makes it, for sqitch and Liquibase"},
      {.name = "up-only", .help = "make no way back"}};
  options.insert(options.begin() + 2, own.begin(), own.end());
  return options;
}

}  // namespace

Command GenerateCommand() {
  return {
      .name = "generate",
      .group = kGroupSchema,
      .summary = "make the files of a migration for the tool that runs it",
      .description =
          {"Plans the way from one schema to another, and the way back, and writes them as the "
           "tool "
           "wants them: plain SQL, Flyway, sqitch, Liquibase, golang-migrate or dbmate. The number "
           "is the one after the highest in the folder; no file that is there is touched but "
           "sqitch's plan.",
           "Before a file is written both ways are run, one after the other, in a scratch "
           "database: "
           "on the server of the first schema where that is a database, else on the one to connect "
           "to.",
           "Plain files can also be run with \"pggit apply\"."},
      .options = Options(),
      .examples =
          {{"pggit generate --from production --to schema/ --format flyway --dir sql --name "
            "add_teams",
            "Make a versioned migration and its undo."},
           {"pggit generate --from schema-v1/ --to schema-v2/ --format sqitch --dir .",
            "Add a change to a sqitch project."}},
      .exits = {{0, "the files were made, or nothing differs"},
                {5, "a script ran and led elsewhere; no file was written"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
