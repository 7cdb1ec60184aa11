#include "core/plan/rename.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/ddl/document.h"
#include "core/diff/diff.h"
#include "core/plan/renamed_text.h"

namespace pggit {
namespace {

using Lines = std::vector<std::string>;
using Scope = RenamedName::Scope;

Lines Planned(const std::string& from, const std::string& to, const Lines& told) {
  Lines lines;
  const Schema target = ParseDocument(to);
  const Plan plan = BuildPlan(RenameAll(ParseDocument(from), target, told), target);
  for (const Part& part : plan.parts) {
    for (const Step& step : part) lines.push_back(step.sql);
  }
  return lines;
}

std::string Table(const std::string& name, const std::string& lines) {
  return "-- TABLE public." + name + "\nCREATE TABLE public." + name + " (\n" + lines + "\n);\n";
}

std::string View(const std::string& needs, const std::string& query) {
  return "\n-- VIEW public.v\n-- needs " + needs +
         "\n-- returns x text\nCREATE VIEW public.v AS\n" + query + ";\n";
}

ErrorCode CodeOf(const std::string& from, const std::string& to, const Lines& told) {
  try {
    Planned(from, to, told);
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::kInternal;
}

TEST(Rename, OfATableTakesItsViewsAlong) {
  EXPECT_EQ(Planned(Table("a", "    x text") +
                        View("TABLE public.a: column x", "SELECT a.x\n   FROM public.a"),
                    Table("b", "    x text") +
                        View("TABLE public.b: column x", "SELECT b.x\n   FROM public.b"),
                    {"public.a=b"}),
            Lines{"ALTER TABLE public.a RENAME TO b"});
}

TEST(Rename, OfAColumnKeepsTheOutputOfItsViews) {
  EXPECT_EQ(Planned(Table("a", "    x text,\n    CONSTRAINT c CHECK ((x <> ''::text))") +
                        View("TABLE public.a: column x", "SELECT a.x\n   FROM public.a"),
                    Table("a", "    y text,\n    CONSTRAINT c CHECK ((y <> ''::text))") +
                        View("TABLE public.a: column y", "SELECT a.y AS x\n   FROM public.a"),
                    {"public.a.x=y"}),
            Lines{"ALTER TABLE public.a RENAME COLUMN x TO y"});
}

TEST(Rename, DoesNotTakeANewColumnOfTheOldNameForTheOldOne) {
  const std::string view = "SELECT a.x\n   FROM public.a";
  EXPECT_EQ(
      Planned(Table("a", "    x text") + View("TABLE public.a: column x", view),
              Table("a", "    y text,\n    x text") + View("TABLE public.a: column x", view),
              {"public.a.x=y"}),
      (Lines{"ALTER TABLE public.a RENAME COLUMN x TO y", "ALTER TABLE public.a ADD COLUMN x text",
             "CREATE OR REPLACE VIEW public.v AS\n" + view}));
}

TEST(Rename, LeavesColumnsOfTheSameNameInOtherTablesAlone) {
  const auto both = [](const std::string& column) {
    return Table("a", "    " + column + " integer NOT NULL,\n    CONSTRAINT k PRIMARY KEY (" +
                          column + ")") +
           "\n-- TABLE public.b\n-- constraint f needs TABLE public.a: column " + column +
           ", constraint k\nCREATE TABLE public.b (\n    id integer NOT NULL,\n    CONSTRAINT "
           "b_pkey "
           "PRIMARY KEY (id),\n    CONSTRAINT f FOREIGN KEY (id) REFERENCES public.a(" +
           column + ")\n);\n";
  };
  EXPECT_EQ(Planned(both("id"), both("key"), {"public.a.id=key"}),
            Lines{"ALTER TABLE public.a RENAME COLUMN id TO key"});
}

TEST(Rename, OfAFunctionLeavesOthersOfItsNameAlone) {
  const auto functions = [](const std::string& name) {
    const auto one = [](const std::string& spelled) {
      return "-- FUNCTION public." + spelled + "\nCREATE FUNCTION public." + spelled +
             " RETURNS integer\n    LANGUAGE sql\n    AS $$SELECT 1$$;\n";
    };
    const std::string first = one("f(integer)");
    const std::string other = one(name + "(text)");
    return first + '\n' + other;
  };
  EXPECT_EQ(Planned(functions("f"), functions("g"), {"f(text)=g"}),
            Lines{"ALTER FUNCTION public.f(text) RENAME TO g"});
  EXPECT_EQ(CodeOf(functions("f"), functions("g"), {"f=g"}), ErrorCode::kUnknownRevision);
}

TEST(Rename, OfAKeyTakesTheCommentOnItsIndexAlong) {
  const auto keyed = [](const std::string& name) {
    return Table("a", "    x integer NOT NULL,\n    CONSTRAINT " + name + " PRIMARY KEY (x)") +
           "\nCOMMENT ON INDEX public." + name + " IS 'x';\n";
  };
  EXPECT_EQ(Planned(keyed("k"), keyed("l"), {"a.k=l"}),
            Lines{"ALTER TABLE public.a RENAME CONSTRAINT k TO l"});
}

TEST(Rename, KeepsTheNamesOfNotNullConstraintsSince18) {
  const auto steps = [](const std::string& to) {
    const Schema target = ParseDocument(to);
    const Renamed renamed = RenameAll(ParseDocument(Table("a", "    x text NOT NULL")), target,
                                      {"public.a=b", "b.x=y"}, 18);
    Lines lines;
    for (const Part& part : BuildPlan(renamed, target, {.server_major = 18}).parts) {
      for (const Step& step : part) lines.push_back(step.sql);
    }
    return lines;
  };
  const std::string rest = "    y text NOT NULL";
  Lines expected{"ALTER TABLE public.a RENAME TO b", "ALTER TABLE public.b RENAME COLUMN x TO y"};
  EXPECT_EQ(steps(Table("b", rest + ",\n    CONSTRAINT a_x_not_null NOT NULL y")), expected);
  expected.push_back("ALTER TABLE public.b RENAME CONSTRAINT a_x_not_null TO b_y_not_null");
  EXPECT_EQ(steps(Table("b", rest)), expected);
}

TEST(Rename, IsFollowedByWhatElseChanges) {
  EXPECT_EQ(Planned(Table("a", "    x text"), Table("b", "    y text NOT NULL"),
                    {"public.a=b", "public.b.x=y"}),
            (Lines{"ALTER TABLE public.a RENAME TO b", "ALTER TABLE public.b RENAME COLUMN x TO y",
                   "ALTER TABLE public.b ALTER COLUMN y SET NOT NULL"}));
}

TEST(Rename, SwapsNamesOverAThird) {
  EXPECT_EQ(
      Planned(Table("a", "    x text") + '\n' + Table("b", "    y text"),
              Table("a", "    y text") + '\n' + Table("b", "    x text"), {"a=c", "b=a", "c=b"}),
      (Lines{"ALTER TABLE public.a RENAME TO c", "ALTER TABLE public.b RENAME TO a",
             "ALTER TABLE public.c RENAME TO b"}));
}

TEST(Rename, RefusesWhatMeansNothingOrTooMuch) {
  const std::string a = Table("a", "    x text,\n    CONSTRAINT x CHECK ((x <> ''::text))");
  EXPECT_EQ(CodeOf(a, a, {"public.nothing=b"}), ErrorCode::kUnknownRevision);
  EXPECT_EQ(CodeOf(a, a, {"public.a.x=y"}), ErrorCode::kUnknownRevision);
  EXPECT_EQ(CodeOf(a, a, {"public.a"}), ErrorCode::kInvalidArgument);
  EXPECT_EQ(CodeOf(a, a, {"public.a=b"}), ErrorCode::kInvalidArgument);
  EXPECT_EQ(CodeOf(a, a, {"public.a=public.b"}), ErrorCode::kInvalidArgument);
  EXPECT_EQ(
      CodeOf(Table("a", "    x text,\n    y text"), Table("a", "    y text"), {"public.a.x=y"}),
      ErrorCode::kNotSupported);
  EXPECT_EQ(CodeOf(Table("a", "    x text") + '\n' + Table("b", "    x text"),
                   Table("b", "    x text"), {"public.a=b"}),
            ErrorCode::kInvalidArgument);
}

TEST(Rename, TellsKindsApart) {
  const Schema schema =
      ParseDocument(Table("a", "    x text,\n    CONSTRAINT x CHECK ((x <> ''::text))"));
  const Rename column = ParseRename(schema, "column public.a.x=y");
  EXPECT_EQ(column.element, (Element{ElementKind::kColumn, "x"}));
  EXPECT_EQ(RenameText(schema, column), "column public.a.x=y");
  EXPECT_EQ(ParseRename(schema, "constraint a.x=\"New Name\"").name, "New Name");
}

TEST(RenamedText, ChangesNamesAndNothingElse) {
  const RenamedName table{Scope::kRelation, "public", "a", "B"};
  EXPECT_EQ(Respell("nextval('public.a'::regclass)", table), "nextval('public.\"B\"'::regclass)");
  EXPECT_EQ(Respell("SELECT 'public.a', other.a FROM public.a", table),
            "SELECT 'public.a', other.a FROM public.\"B\"");
  EXPECT_EQ(Respell("'it''s not SQL", table), "'it''s not SQL");
  const RenamedName column{Scope::kColumn, "", "text", "note"};
  EXPECT_EQ(Respell("(text <> ''::text)", column), "(note <> ''::text)");
  const RenamedName value{Scope::kValue, "public", "sad", "blue", "mood"};
  EXPECT_EQ(Respell("'sad'::public.mood, 'sad'::public.other, 'sad'", value),
            "'blue'::public.mood, 'sad'::public.other, 'sad'");
}

TEST(RenamedText, ComparesInputAndOutputColumns) {
  const std::vector<RenamedName> names{{Scope::kColumn, "", "x", "y"}};
  EXPECT_TRUE(SameButForNames("SELECT a.x, 1", "SELECT a.y AS x, 1", names));
  EXPECT_TRUE(SameButForNames("SELECT a.x AS y", "SELECT a.y", names));
  EXPECT_TRUE(SameButForNames("SELECT f.x", "SELECT f.x AS y", names));
  EXPECT_FALSE(SameButForNames("SELECT a.x", "SELECT a.z AS x", names));
  EXPECT_FALSE(SameButForNames("SELECT a.y", "SELECT a.x", names));
  EXPECT_FALSE(SameButForNames("SELECT a.x", "SELECT a.y AS z", names));
}

}  // namespace
}  // namespace pggit
