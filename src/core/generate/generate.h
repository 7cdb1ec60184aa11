#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/schema.h"
#include "core/plan/plan.h"
#include "core/plan/plan_head.h"

namespace pggit {

/// The tools whose files can be made.
enum class MigrationFormat { kPlain, kFlyway, kSqitch, kLiquibase, kGolangMigrate, kDbmate };

/// "plain", "flyway" ...
std::string_view MigrationFormatName(MigrationFormat format);
std::optional<MigrationFormat> MigrationFormatFrom(std::string_view name);
/// All of them, in their order.
std::vector<std::string> MigrationFormatNames();

/// A plan there and, if there is one, the plan back. What it refers to must outlive it.
struct MigrationPlans {
  const Schema& from;
  const Schema& to;
  const Plan& up;
  PlanHead up_head;
  const Plan* down = nullptr;
  PlanHead down_head;
};

/// What files are made for, and where.
struct MigrationTarget {
  MigrationFormat format = MigrationFormat::kPlain;
  std::string name;                  ///< What the migration is called: letters, digits, _ and -.
  std::vector<std::string> present;  ///< Names of the files that are there, without folders.
  std::string time;                  ///< YYYYMMDDhhmmss, in UTC.
  std::string author;                ///< Of sqitch and Liquibase: Name <address>.
  std::string project;               ///< Of sqitch, where there is no plan yet.
  std::string sqitch_plan;           ///< What sqitch.plan holds; empty when there is none.
};

struct MigrationFile {
  std::string path;  ///< Below the target folder.
  std::string text;
  bool replaces = false;  ///< The file is there, and gets this text.

  bool operator==(const MigrationFile&) const = default;
};

/// The files of one migration. Numbers follow the highest one that is there, in its width; names
/// that are taken get a number behind them.
///
/// A plan in one transaction goes without BEGIN and COMMIT for tools that open one themselves; for
/// one in several, the file tells the tool not to. Throws Error(kNotSupported) for what a format
/// cannot carry, kInvalidArgument for a name that is none.
std::vector<MigrationFile> MakeMigrationFiles(const MigrationPlans& plans,
                                              const MigrationTarget& target);

}  // namespace pggit
