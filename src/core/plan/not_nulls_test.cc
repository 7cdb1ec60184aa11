#include "core/plan/not_nulls.h"

#include <gtest/gtest.h>

#include "core/ddl/document.h"
#include "core/plan/plan.h"

namespace pggit {
namespace {

using Lines = std::vector<std::string>;

std::string Table(const std::string& lines) {
  return "-- TABLE public.t\nCREATE TABLE public.t (\n" + lines + "\n);\n";
}

Lines Planned(const std::string& from, const std::string& to) {
  Lines lines;
  const Plan plan =
      BuildPlan(ParseDocument(Table(from)), ParseDocument(Table(to)), {.server_major = 18});
  for (const Part& part : plan.parts) {
    for (const Step& step : part) lines.push_back(step.sql);
  }
  return lines;
}

TEST(NotNulls, KeepTheirColumnsWhenTheirNameGoes) {
  EXPECT_EQ(
      Planned("    a integer NOT NULL,\n    CONSTRAINT named NOT NULL a", "    a integer NOT NULL"),
      Lines{"ALTER TABLE public.t RENAME CONSTRAINT named TO t_a_not_null"});
  EXPECT_EQ(
      Planned("    a integer NOT NULL", "    a integer NOT NULL,\n    CONSTRAINT named NOT NULL a"),
      Lines{"ALTER TABLE public.t RENAME CONSTRAINT t_a_not_null TO named"});
}

TEST(NotNulls, GoAndComeWithTheirColumns) {
  EXPECT_EQ(Planned("    a integer NOT NULL,\n    b integer,\n    CONSTRAINT n NOT NULL a",
                    "    a integer,\n    b integer NOT NULL,\n    CONSTRAINT n NOT NULL b"),
            (Lines{"ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL",
                   "ALTER TABLE public.t ALTER COLUMN b SET NOT NULL",
                   "ALTER TABLE public.t RENAME CONSTRAINT t_b_not_null TO n"}));
}

TEST(NotNulls, SwapTheirNames) {
  EXPECT_EQ(Planned("    a integer NOT NULL,\n    b integer NOT NULL,\n    CONSTRAINT m NOT NULL "
                    "a,\n    CONSTRAINT n NOT NULL b",
                    "    a integer NOT NULL,\n    b integer NOT NULL,\n    CONSTRAINT m NOT NULL "
                    "b,\n    CONSTRAINT n NOT NULL a"),
            (Lines{"ALTER TABLE public.t RENAME CONSTRAINT m TO pggit_old_1",
                   "ALTER TABLE public.t RENAME CONSTRAINT n TO pggit_old_2",
                   "ALTER TABLE public.t RENAME CONSTRAINT pggit_old_1 TO n",
                   "ALTER TABLE public.t RENAME CONSTRAINT pggit_old_2 TO m"}));
}

TEST(NotNulls, AreCheckedAndInheritedAsTheTargetSays) {
  EXPECT_EQ(Planned("    a integer NOT NULL,\n    CONSTRAINT n NOT NULL a NO INHERIT",
                    "    a integer NOT NULL"),
            (Lines{"ALTER TABLE public.t RENAME CONSTRAINT n TO t_a_not_null",
                   "ALTER TABLE public.t ALTER CONSTRAINT t_a_not_null INHERIT"}));
}

TEST(NotNulls, HaveTheServersNames) {
  EXPECT_EQ(ServersNotNullName("t", "a"), "t_a_not_null");
  EXPECT_EQ(ServersNotNullName(std::string(40, 't'), "a"), std::string(40, 't') + "_a_not_null");
  EXPECT_EQ(ServersNotNullName(std::string(63, 't'), "abc"),
            std::string(50, 't') + "_abc_not_null");
  EXPECT_EQ(ServersNotNullName(std::string(60, 't'), std::string(60, 'c')),
            std::string(27, 't') + '_' + std::string(26, 'c') + "_not_null");
}

}  // namespace
}  // namespace pggit
