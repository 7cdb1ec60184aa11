#include "core/plan/online.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/ddl/document.h"
#include "core/plan/state_id.h"

namespace pggit {
namespace {

using Lines = std::vector<std::string>;

Plan Online(const std::string& from, const std::string& to) {
  return BuildPlan(ParseDocument(from), ParseDocument(to), {.online = true});
}

// The statements, those of a part with a semicolon between them; what runs alone begins with a
// star.
Lines Parts(const Plan& plan) {
  Lines lines;
  for (const Part& part : plan.parts) {
    std::string line = IsAlone(part) ? "* " : "";
    for (const Step& step : part) line += (&step == &part.front() ? "" : "; ") + step.sql;
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string Users(const std::string& lines, const std::string& rest = "") {
  return "-- TABLE public.users\nCREATE TABLE public.users (\n" + lines + "\n);\n" + rest;
}

std::string Index(const std::string& name, const std::string& definition) {
  return "\nCREATE INDEX " + name + " ON public.users USING btree " + definition + ";\n";
}

TEST(OnlinePlan, BuildsAndDropsIndexesAlone) {
  const Plan plan = Online(Users("    a integer", Index("old", "(a)")),
                           Users("    a integer", Index("fresh", "(a DESC)")));
  EXPECT_EQ(Parts(plan),
            (Lines{"* CREATE INDEX CONCURRENTLY fresh ON public.users USING btree (a DESC)",
                   "* DROP INDEX CONCURRENTLY public.old"}));
  const Cost& cost = plan.parts[0][0].cost;
  EXPECT_EQ(cost.lock, LockMode::kShareUpdateExclusive);
  EXPECT_TRUE(cost.hazards.Has(Hazard::kNotTransactional));
  EXPECT_TRUE(cost.hazards.Has(Hazard::kIndexBuild));
}

TEST(OnlinePlan, ReplacesAnIndexWhenTheNewOneIsThere) {
  EXPECT_EQ(Parts(Online(Users("    a integer", Index("i", "(a)")),
                         Users("    a integer", Index("i", "(a DESC)")))),
            (Lines{"* CREATE INDEX CONCURRENTLY pggit_new_1 ON public.users USING btree (a DESC)",
                   "ALTER INDEX public.i RENAME TO pggit_old_1; "
                   "ALTER INDEX public.pggit_new_1 RENAME TO i",
                   "* DROP INDEX CONCURRENTLY public.pggit_old_1"}));
}

TEST(OnlinePlan, GoesOnWithAnIndexThatWasBuiltBefore) {
  EXPECT_EQ(Parts(Online(Users("    a integer", Index("i", "(a)") + "CREATE INDEX pggit_new_1 ON "
                                                                    "public.users USING btree (a "
                                                                    "DESC);\n"),
                         Users("    a integer", Index("i", "(a DESC)"))))
                .front(),
            "ALTER INDEX public.i RENAME TO pggit_old_1; "
            "ALTER INDEX public.pggit_new_1 RENAME TO i");
}

TEST(OnlinePlan, DropsWithItsColumnWhatCannotStay) {
  EXPECT_EQ(Parts(Online(Users("    a integer,\n    b integer", Index("i", "(a, b)")),
                         Users("    a integer", Index("i", "(a)")))),
            (Lines{"DROP INDEX public.i; ALTER TABLE public.users DROP COLUMN b",
                   "* CREATE INDEX CONCURRENTLY i ON public.users USING btree (a)"}));
}

TEST(OnlinePlan, MakesKeysOfIndexes) {
  EXPECT_EQ(
      Parts(Online(Users("    a integer"),
                   Users("    a integer NOT NULL,\n    CONSTRAINT k PRIMARY KEY (a)"))),
      (Lines{"ALTER TABLE public.users ADD CONSTRAINT pggit_not_null_1 CHECK ((a IS NOT NULL)) "
             "NOT VALID",
             "* CREATE UNIQUE INDEX CONCURRENTLY k ON public.users USING btree (a)",
             "ALTER TABLE public.users VALIDATE CONSTRAINT pggit_not_null_1",
             "ALTER TABLE public.users ALTER COLUMN a SET NOT NULL; "
             "ALTER TABLE public.users DROP CONSTRAINT pggit_not_null_1",
             "ALTER TABLE public.users ADD CONSTRAINT k PRIMARY KEY USING INDEX k"}));
}

TEST(OnlinePlan, ChecksConstraintsLater) {
  const Plan plan =
      Online(Users("    a integer"), Users("    a integer,\n    CONSTRAINT c CHECK ((a > 0))"));
  EXPECT_EQ(Parts(plan),
            (Lines{"ALTER TABLE public.users ADD CONSTRAINT c CHECK ((a > 0)) NOT VALID",
                   "ALTER TABLE public.users VALIDATE CONSTRAINT c"}));
  EXPECT_EQ(plan.parts[0][0].cost.hazards, Hazards());
  EXPECT_EQ(plan.parts[1][0].cost.lock, LockMode::kShareUpdateExclusive);
}

TEST(OnlinePlan, AForeignKeyWaitsForTheKeyThatItNeeds) {
  const std::string posts = "-- TABLE public.posts\n";
  const std::string column = "CREATE TABLE public.posts (\n    author integer";
  EXPECT_EQ(
      Parts(Online(posts + column + "\n);\n\n" + Users("    a integer NOT NULL"),
                   posts + "-- constraint f needs TABLE public.users: column a, constraint k\n" +
                       column +
                       ",\n    CONSTRAINT f FOREIGN KEY (author) REFERENCES "
                       "public.users(a)\n);\n\n" +
                       Users("    a integer NOT NULL,\n    CONSTRAINT k UNIQUE (a)"))),
      (Lines{"* CREATE UNIQUE INDEX CONCURRENTLY k ON public.users USING btree (a)",
             "ALTER TABLE public.users ADD CONSTRAINT k UNIQUE USING INDEX k",
             "ALTER TABLE public.posts ADD CONSTRAINT f FOREIGN KEY (author) REFERENCES "
             "public.users(a) NOT VALID",
             "ALTER TABLE public.posts VALIDATE CONSTRAINT f"}));
}

TEST(OnlinePlan, IsOrdinaryForWhatIsNew) {
  EXPECT_EQ(Parts(Online("", Users("    a integer NOT NULL,\n    CONSTRAINT k PRIMARY KEY (a)"))),
            (Lines{"CREATE TABLE public.users (\n    a integer NOT NULL\n); "
                   "ALTER TABLE ONLY public.users ADD CONSTRAINT k PRIMARY KEY (a)"}));
}

TEST(OnlinePlan, KnowsTheSchemaAfterEachPart) {
  const std::string with_both = Users("    a integer", Index("fresh", "(a DESC)") +
                                                           "CREATE INDEX old ON public.users USING "
                                                           "btree (a);\n");
  const std::string to = Users("    a integer", Index("fresh", "(a DESC)"));
  EXPECT_EQ(Online(Users("    a integer", Index("old", "(a)")), to).ends,
            (Lines{StateId(ParseDocument(with_both)), StateId(ParseDocument(to))}));
}

}  // namespace
}  // namespace pggit
