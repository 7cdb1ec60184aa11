#include "core/plan/plan.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/base/error.h"
#include "core/ddl/document.h"

namespace pggit {
namespace {

using Lines = std::vector<std::string>;

// The statements of a plan, a line a transaction's end where there is more than one.
Lines Planned(const std::string& from, const std::string& to, const PlanOptions& options = {}) {
  Lines lines;
  const Plan plan = BuildPlan(ParseDocument(from), ParseDocument(to), options);
  for (const Part& part : plan.parts) {
    if (&part != &plan.parts.front()) lines.push_back("COMMIT");
    for (const Step& step : part) lines.push_back(step.sql);
  }
  return lines;
}

std::string Users(const std::string& columns) {
  return "-- TABLE public.users\nCREATE TABLE public.users (\n" + columns + "\n);\n";
}

std::string ViewOn(const std::string& type) {
  return "\n-- VIEW public.v\n-- needs TABLE public.users: column id\n-- returns id " + type +
         "\nCREATE VIEW public.v AS\nSELECT users.id\n   FROM public.users;\n";
}

TEST(Plan, IsEmptyBetweenEqualSchemas) {
  EXPECT_TRUE(
      BuildPlan(ParseDocument(Users("    id integer")), ParseDocument(Users("    id integer")))
          .empty());
}

TEST(Plan, AltersColumnsInPlace) {
  EXPECT_EQ(Planned(Users("    id integer,\n    a text"),
                    Users("    id integer NOT NULL,\n    a text DEFAULT 'x'::text,\n    b date")),
            (Lines{"ALTER TABLE public.users ALTER COLUMN id SET NOT NULL",
                   "ALTER TABLE public.users ADD COLUMN b date",
                   "ALTER TABLE ONLY public.users ALTER COLUMN a SET DEFAULT 'x'::text"}));
}

TEST(Plan, RebuildsWhatDependsOnARetypedColumn) {
  EXPECT_EQ(Planned(Users("    id integer") + ViewOn("integer"),
                    Users("    id bigint") + ViewOn("bigint")),
            (Lines{"DROP VIEW public.v", "ALTER TABLE public.users ALTER COLUMN id TYPE bigint",
                   "CREATE VIEW public.v AS\nSELECT users.id\n   FROM public.users"}));
}

TEST(Plan, LeavesWhatDependsOnOtherColumnsAlone) {
  EXPECT_EQ(Planned(Users("    id integer,\n    a integer") + ViewOn("integer"),
                    Users("    id integer,\n    a bigint") + ViewOn("integer")),
            Lines{"ALTER TABLE public.users ALTER COLUMN a TYPE bigint"});
}

TEST(Plan, SaysWhatIsLost) {
  const Plan plan = BuildPlan(ParseDocument(Users("    id integer,\n    a text")),
                              ParseDocument(Users("    id integer")));
  ASSERT_EQ(plan.parts.size(), 1U);
  ASSERT_EQ(plan.parts[0].size(), 1U);
  const Cost& cost = plan.parts[0][0].cost;
  EXPECT_TRUE(cost.hazards.Has(Hazard::kDataLoss));
  EXPECT_EQ(cost.lock, LockMode::kAccessExclusive);
  EXPECT_TRUE(
      PlanScript(plan).starts_with("-- THIS SCRIPT DESTROYS DATA:\n--   all values of column a of "
                                   "TABLE public.users are lost\n"));
}

TEST(Plan, TellsColumnsThatStandInAnotherOrder) {
  const Plan plan = BuildPlan(ParseDocument(Users("    a text,\n    b text")),
                              ParseDocument(Users("    b text,\n    a text")));
  EXPECT_TRUE(plan.empty());
  EXPECT_EQ(plan.reordered, (std::vector<ObjectId>{{Kind::kTable, "public", "users", ""}}));
}

std::string Mood(const std::string& values) {
  return "-- TYPE public.mood\nCREATE TYPE public.mood AS ENUM (\n" + values + "\n);\n";
}

std::string Moods(const std::string& value) {
  return "\n-- TABLE public.moods\n-- column m needs TYPE public.mood\n-- default m needs TYPE "
         "public.mood\nCREATE TABLE public.moods (\n    m public.mood DEFAULT '" +
         value + "'::public.mood\n);\n";
}

TEST(Plan, CommitsAnEnumsValueBeforeItIsUsed) {
  EXPECT_EQ(Planned(Mood("    'sad'") + Moods("sad"), Mood("    'sad',\n    'ok'") + Moods("ok")),
            (Lines{"ALTER TYPE public.mood ADD VALUE 'ok' AFTER 'sad'", "COMMIT",
                   "ALTER TABLE ONLY public.moods ALTER COLUMN m SET DEFAULT 'ok'::public.mood"}));
}

TEST(Plan, MakesAnEnumAnewWhereOneTransactionIsWanted) {
  PlanOptions options;
  options.one_transaction = true;
  const Lines planned = Planned(Mood("    'sad'") + Moods("sad"),
                                Mood("    'sad',\n    'ok'") + Moods("ok"), options);
  EXPECT_EQ(std::count(planned.begin(), planned.end(), "COMMIT"), 0);
  EXPECT_EQ(std::count(planned.begin(), planned.end(), "DROP TYPE public.pggit_old_1"), 1);
}

TEST(Plan, MovesColumnsToAnEnumWithoutAValue) {
  EXPECT_EQ(
      Planned(Mood("    'sad',\n    'ok'") + Moods("ok"), Mood("    'ok'") + Moods("ok")),
      (Lines{"ALTER TABLE public.moods ALTER COLUMN m DROP DEFAULT",
             "ALTER TYPE public.mood RENAME TO pggit_old_1",
             "CREATE TYPE public.mood AS ENUM (\n    'ok'\n)",
             "ALTER TABLE public.moods ALTER COLUMN m TYPE public.mood USING m::text::public.mood",
             "DROP TYPE public.pggit_old_1",
             "ALTER TABLE ONLY public.moods ALTER COLUMN m SET DEFAULT 'ok'::public.mood"}));
}

TEST(Plan, RefusesToRetypeWhatATableIsPartitionedBy) {
  const auto table = [](const std::string& type) {
    return "-- TABLE public.m\nCREATE TABLE public.m (\n    k " + type +
           "\n)\nPARTITION BY LIST (k);\n";
  };
  try {
    Planned(table("integer"), table("bigint"));
    FAIL() << "nothing was refused";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kNotSupported);
  }
}

}  // namespace
}  // namespace pggit
