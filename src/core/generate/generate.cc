#include "core/generate/generate.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "core/base/error.h"
#include "core/generate/numbering.h"
#include "core/generate/sqitch.h"

namespace pggit {
namespace {

using Files = std::vector<MigrationFile>;

constexpr std::array<std::pair<MigrationFormat, std::string_view>, 6> kFormats = {
    {{MigrationFormat::kPlain, "plain"},
     {MigrationFormat::kFlyway, "flyway"},
     {MigrationFormat::kSqitch, "sqitch"},
     {MigrationFormat::kLiquibase, "liquibase"},
     {MigrationFormat::kGolangMigrate, "golang-migrate"},
     {MigrationFormat::kDbmate, "dbmate"}}};

void RequireName(const std::string& name) {
  const bool good = !name.empty() && name.size() <= 100 && std::ranges::all_of(name, [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '_' ||
           c == '-';
  });
  if (good) return;
  throw Error(ErrorCode::kInvalidArgument, '"' + name + "\" is no name for a migration", {},
              "Use letters, digits, _ and -, no more than a hundred.");
}

std::string ForTool(const Plan& plan) {
  return FitsOneTransaction(plan) ? PlanBody(plan) : PlanScript(plan);
}

// Some tools hand a file to the server as one text, and that is one transaction.
void RequireNothingAlone(const MigrationPlans& plans, MigrationFormat format) {
  const auto has = [](const Plan& plan) { return std::ranges::any_of(plan.parts, IsAlone); };
  if (!has(plans.up) && !(plans.down && has(*plans.down))) return;
  throw Error(ErrorCode::kNotSupported,
              "a file of " + std::string(MigrationFormatName(format)) +
                  " cannot hold what runs outside of transactions",
              "It hands the whole file to the server at once.",
              "Make plain, flyway or sqitch files, or leave --online out.");
}

// Lines that a tool would take for its own.
void RequireNoLine(const std::string& script, std::string_view mark, std::string_view tool) {
  std::istringstream lines(script);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t start = std::min(line.find_first_not_of(" \t"), line.size());
    if (!std::string_view(line).substr(start).starts_with(mark)) continue;
    throw Error(ErrorCode::kNotSupported,
                std::string(tool) + " would take a line of the script for its own",
                "The line is: " + line, "Make plain files.");
  }
}

Files Pair(const std::string& stem, const std::string& up, const std::string& down) {
  Files files{{stem + ".up.sql", up, false}};
  if (!down.empty()) files.push_back({stem + ".down.sql", down, false});
  return files;
}

Files MakePlain(const MigrationPlans& plans, const MigrationTarget& target) {
  const std::string number = NextNumber(target.present, {"", "0001"}, target.time);
  return Pair(number + '_' + target.name, HeadedScript(plans.up_head, plans.up),
              plans.down ? HeadedScript(plans.down_head, *plans.down) : "");
}

Files MakeGolangMigrate(const MigrationPlans& plans, const MigrationTarget& target) {
  const std::string number = NextNumber(target.present, {"", "000001"}, target.time);
  return Pair(number + '_' + target.name, PlanScript(plans.up),
              plans.down ? PlanScript(*plans.down) : "");
}

// A script, and its settings where the usual ones would not do.
void AddFlyway(Files& files, const std::string& name, const Plan& plan) {
  const std::string text = ForTool(plan);
  files.push_back({name, text, false});
  std::string settings;
  if (!FitsOneTransaction(plan)) settings += "executeInTransaction=false\n";
  if (text.find("${") != std::string::npos) settings += "placeholderReplacement=false\n";
  if (!settings.empty()) files.push_back({name + ".conf", settings, false});
}

Files MakeFlyway(const MigrationPlans& plans, const MigrationTarget& target) {
  const std::string number = NextNumber(target.present, {"VUB", "1"}, target.time);
  const std::string rest = number + "__" + target.name + ".sql";
  Files files;
  AddFlyway(files, 'V' + rest, plans.up);
  if (plans.down) AddFlyway(files, 'U' + rest, *plans.down);
  return files;
}

Files MakeDbmate(const MigrationPlans& plans, const MigrationTarget& target) {
  const std::string number = NextNumber(target.present, {"", target.time}, target.time);
  const auto section = [](std::string_view direction, const Plan* plan) {
    const std::string options = plan && !FitsOneTransaction(*plan) ? " transaction:false" : "";
    const std::string script = plan ? ForTool(*plan) : "";
    RequireNoLine(script, "-- migrate:", "dbmate");
    return "-- migrate:" + std::string(direction) + options + '\n' + script;
  };
  return {{number + '_' + target.name + ".sql",
           section("up", &plans.up) + '\n' + section("down", plans.down), false}};
}

// Each line of the way back as a comment that Liquibase reads. Comments of the script would be
// comments in a comment: they go.
std::string Rollback(const Plan& plan, bool whole) {
  Plan bare = plan;
  bare.reordered.clear();
  for (Part& part : bare.parts) {
    for (Step& step : part) step.cost = {};
  }
  std::string text;
  std::istringstream lines(whole ? PlanBody(bare) : PlanScript(bare));
  for (std::string line; std::getline(lines, line);) text += "--rollback " + line + '\n';
  return text;
}

Files MakeLiquibase(const MigrationPlans& plans, const MigrationTarget& target) {
  const std::string number = NextNumber(target.present, {"", "0001"}, target.time);
  const std::string id = number + '_' + target.name;
  std::string author = target.author.substr(0, target.author.find(" <"));
  std::ranges::replace_if(
      author, [](char c) { return c == ' ' || c == ':'; }, '_');
  // One answer for both ways: Liquibase has one setting.
  const bool whole =
      FitsOneTransaction(plans.up) && (!plans.down || FitsOneTransaction(*plans.down));
  const std::string up = whole ? PlanBody(plans.up) : PlanScript(plans.up);
  for (const std::string_view mark : {"--changeset", "--rollback", "--liquibase"}) {
    RequireNoLine(up, mark, "Liquibase");
  }
  const std::string back = plans.down ? '\n' + Rollback(*plans.down, whole) : "";
  return {{id + ".sql",
           "--liquibase formatted sql\n\n--changeset " + author + ':' + id +
               " splitStatements:false rollbackSplitStatements:false stripComments:false" +
               (whole ? "" : " runInTransaction:false") + '\n' + up + back,
           false}};
}

}  // namespace

std::string_view MigrationFormatName(MigrationFormat format) {
  for (const auto& [known, name] : kFormats) {
    if (known == format) return name;
  }
  return "";
}

std::optional<MigrationFormat> MigrationFormatFrom(std::string_view name) {
  for (const auto& [format, known] : kFormats) {
    if (known == name) return format;
  }
  return std::nullopt;
}

std::vector<std::string> MigrationFormatNames() {
  std::vector<std::string> names;
  for (const auto& [format, name] : kFormats) names.emplace_back(name);
  return names;
}

std::vector<MigrationFile> MakeMigrationFiles(const MigrationPlans& plans,
                                              const MigrationTarget& target) {
  RequireName(target.name);
  switch (target.format) {
    case MigrationFormat::kPlain:
    case MigrationFormat::kFlyway:
    case MigrationFormat::kSqitch: break;
    case MigrationFormat::kLiquibase:
    case MigrationFormat::kGolangMigrate:
    case MigrationFormat::kDbmate: RequireNothingAlone(plans, target.format);
  }
  switch (target.format) {
    case MigrationFormat::kPlain: return MakePlain(plans, target);
    case MigrationFormat::kFlyway: return MakeFlyway(plans, target);
    case MigrationFormat::kSqitch: return MakeSqitchFiles(plans, target);
    case MigrationFormat::kLiquibase: return MakeLiquibase(plans, target);
    case MigrationFormat::kGolangMigrate: return MakeGolangMigrate(plans, target);
    case MigrationFormat::kDbmate: return MakeDbmate(plans, target);
  }
  throw InternalError("no such format");
}

}  // namespace pggit
