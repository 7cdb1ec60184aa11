#include "core/generate/generate.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/ddl/document.h"
#include "core/generate/numbering.h"

namespace pggit {
namespace {

using Strings = std::vector<std::string>;

std::string Next(const Strings& names, const Numbering& numbering = {"", "0001"}) {
  return NextNumber(names, numbering, "20260115103000");
}

TEST(Numbering, FollowsTheHighestInItsWidth) {
  EXPECT_EQ(Next({}), "0001");
  EXPECT_EQ(Next({"0001_a.up.sql", "0009_b.up.sql", "0009_b.down.sql", "notes.txt"}), "0010");
  EXPECT_EQ(Next({"9_a.sql"}), "10");
  EXPECT_EQ(Next({"000041-a.sql"}), "000042");
  EXPECT_EQ(Next({"2nd_try.sql"}), "0001");
}

TEST(Numbering, ReadsLettersAndVersionsInParts) {
  const Numbering flyway{"VUB", "1"};
  EXPECT_EQ(Next({"V1__a.sql", "U1__a.sql", "V2.1__b.sql", "R__view.sql"}, flyway), "3");
  EXPECT_EQ(Next({"B7__base.sql", "8_other.sql"}, flyway), "8");
}

TEST(Numbering, TakesTheTimeWhereNumbersAreTimes) {
  EXPECT_EQ(Next({"20250101000000_a.sql"}), "20260115103000");
  EXPECT_EQ(Next({"20260115103000_a.sql"}), "20260115103001");
  EXPECT_EQ(Next({"20990101000000_a.sql"}), "20990101000001");
}

TEST(Numbering, RefusesNumbersThatHaveNoNext) {
  EXPECT_THROW(Next({std::string(30, '9') + "_a.sql"}), Error);
}

std::string Table(const std::string& columns) {
  return "-- TABLE public.t\nCREATE TABLE public.t (\n" + columns + "\n);\n";
}

std::string Mood(const std::string& values) {
  return "-- TYPE public.mood\nCREATE TYPE public.mood AS ENUM (\n" + values + "\n);\n";
}

std::string Moods(const std::string& value) {
  return "\n-- TABLE public.moods\n-- column m needs TYPE public.mood\n-- default m needs TYPE "
         "public.mood\nCREATE TABLE public.moods (\n    m public.mood DEFAULT '" +
         value + "'::public.mood\n);\n";
}

std::vector<MigrationFile> Files(MigrationFormat format, const std::string& old,
                                 const std::string& fresh, bool back = true,
                                 const std::string& sqitch_plan = {}) {
  const Schema from = ParseDocument(old);
  const Schema to = ParseDocument(fresh);
  const Plan up = BuildPlan(from, to);
  const Plan down = BuildPlan(to, from);
  const PlanHead head{.from = std::string(64, 'a'), .to = std::string(64, 'b'), .steps = 1};
  return MakeMigrationFiles({from, to, up, head, back ? &down : nullptr, head},
                            {.format = format,
                             .name = "add_b",
                             .present = {"add_b.sql"},
                             .time = "20260115103000",
                             .author = "Ann Lee <ann@example.org>",
                             .project = "shop",
                             .sqitch_plan = sqitch_plan});
}

const std::string kOld = Table("    a text");
const std::string kNew = Table("    a text,\n    b text");

Strings Paths(const std::vector<MigrationFile>& files) {
  Strings paths;
  for (const MigrationFile& file : files) paths.push_back(file.path);
  return paths;
}

TEST(Generate, NamesFilesAsEachToolDoes) {
  using enum MigrationFormat;
  const auto paths = [](MigrationFormat format) { return Paths(Files(format, kOld, kNew)); };
  EXPECT_EQ(paths(kPlain), (Strings{"0001_add_b.up.sql", "0001_add_b.down.sql"}));
  EXPECT_EQ(paths(kFlyway), (Strings{"V1__add_b.sql", "U1__add_b.sql"}));
  EXPECT_EQ(paths(kSqitch), (Strings{"deploy/add_b_2.sql", "revert/add_b_2.sql",
                                     "verify/add_b_2.sql", "sqitch.plan"}));
  EXPECT_EQ(paths(kLiquibase), (Strings{"0001_add_b.sql"}));
  EXPECT_EQ(paths(kGolangMigrate), (Strings{"000001_add_b.up.sql", "000001_add_b.down.sql"}));
  EXPECT_EQ(paths(kDbmate), (Strings{"20260115103000_add_b.sql"}));
}

TEST(Generate, LeavesTransactionsToToolsThatOpenThem) {
  using enum MigrationFormat;
  for (const MigrationFormat format : {kFlyway, kLiquibase, kDbmate}) {
    for (const MigrationFile& file : Files(format, kOld, kNew)) {
      EXPECT_EQ(file.text.find("BEGIN;"), std::string::npos) << file.path;
    }
  }
  for (const MigrationFormat format : {kPlain, kSqitch, kGolangMigrate}) {
    EXPECT_NE(Files(format, kOld, kNew)[0].text.find("BEGIN;"), std::string::npos);
  }
}

TEST(Generate, TellsToolsOfSeveralTransactions) {
  using enum MigrationFormat;
  const std::string old = Mood("    'sad'") + Moods("sad");
  const std::string fresh = Mood("    'sad',\n    'ok'") + Moods("ok");
  const auto flyway = Files(kFlyway, old, fresh);
  EXPECT_EQ(Paths(flyway), (Strings{"V1__add_b.sql", "V1__add_b.sql.conf", "U1__add_b.sql"}));
  EXPECT_EQ(flyway[1].text, "executeInTransaction=false\n");
  EXPECT_NE(flyway[0].text.find("BEGIN;"), std::string::npos);
  EXPECT_NE(Files(kDbmate, old, fresh)[0].text.find("-- migrate:up transaction:false\n"),
            std::string::npos);
  const std::string liquibase = Files(kLiquibase, old, fresh)[0].text;
  EXPECT_NE(liquibase.find(" runInTransaction:false\n"), std::string::npos);
  EXPECT_NE(liquibase.find("--rollback BEGIN;\n"), std::string::npos);
}

TEST(Generate, LeavesTheWayBackOut) {
  using enum MigrationFormat;
  EXPECT_EQ(Paths(Files(kPlain, kOld, kNew, false)), (Strings{"0001_add_b.up.sql"}));
  EXPECT_EQ(Files(kLiquibase, kOld, kNew, false)[0].text.find("--rollback"), std::string::npos);
  EXPECT_TRUE(Files(kDbmate, kOld, kNew, false)[0].text.ends_with("-- migrate:down\n"));
  EXPECT_THROW(Files(kSqitch, kOld, kNew, false), Error);
}

TEST(Generate, AddsALineToSqitchsPlan) {
  const std::string plan =
      "%syntax-version=1.0.0\n%project=store\n\nadd_b_2 2025-01-01T00:00:00Z "
      "A <a@b> # x";
  const auto files = Files(MigrationFormat::kSqitch, kOld, kNew, true, plan);
  EXPECT_EQ(files[0].path, "deploy/add_b_3.sql");
  EXPECT_TRUE(files[0].text.starts_with("-- Deploy store:add_b_3 to pg\n\nBEGIN;\n"));
  EXPECT_NE(files[2].text.find("SELECT a, b FROM public.t WHERE false;\n"), std::string::npos);
  EXPECT_EQ(files[3].text,
            plan + "\nadd_b_3 2026-01-15T10:30:00Z Ann Lee <ann@example.org> # add_b\n");
  EXPECT_TRUE(files[3].replaces);
}

TEST(Generate, RefusesWhatAToolWouldMisread) {
  const std::string function =
      "-- FUNCTION public.f()\nCREATE FUNCTION public.f() RETURNS text\n"
      "    LANGUAGE sql\n    AS $$\n-- migrate:down\nSELECT '${x}'$$;\n";
  EXPECT_THROW(Files(MigrationFormat::kDbmate, kOld, function), Error);
  const auto flyway = Files(MigrationFormat::kFlyway, kOld, function);
  EXPECT_EQ(flyway[1].text, "placeholderReplacement=false\n");
}

}  // namespace
}  // namespace pggit
