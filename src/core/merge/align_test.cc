#include "core/merge/align.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/ddl/document.h"
#include "core/merge/merge.h"
#include "core/plan/rename.h"

namespace pggit {
namespace {

using Lines = std::vector<std::string>;

constexpr char kEnd[] = "\n);\n";

std::string Table(const std::string& name, const std::string& lines) {
  return "-- TABLE public." + name + "\nCREATE TABLE public." + name + " (\n" + lines + kEnd;
}

std::string View(const std::string& column, const std::string& query) {
  return "\n-- VIEW public.v\n-- needs TABLE public.t: column " + column +
         "\n-- returns a text\nCREATE VIEW public.v AS\n" + query + ";\n";
}

struct Outcome {
  std::string schema;
  Lines conflicts;
  Lines told;

  bool operator==(const Outcome&) const = default;
};

void PrintTo(const Outcome& outcome, std::ostream* out) {
  *out << outcome.schema;
  for (const std::string& line : outcome.conflicts) *out << "conflict " << line << '\n';
  for (const std::string& line : outcome.told) *out << "told " << line << '\n';
}

struct Sides {
  std::string base;
  std::string ours;
  std::string theirs;
};

Outcome Merge(const Sides& sides, const MergeRenames& renames, const Favours& favours = {}) {
  AlignedSchemas aligned = Align(ParseDocument(sides.base), ParseDocument(sides.ours),
                                 ParseDocument(sides.theirs), renames, favours);
  const MergedSchema merged = MergeSchemas(aligned.base, aligned.ours, aligned.theirs, favours);
  Outcome outcome{RenderDocument(merged.schema), {}, aligned.told};
  const auto add = [&](const Conflict& conflict) {
    outcome.conflicts.push_back(std::string(ConflictTypeName(conflict.type)) + ' ' +
                                Describe(conflict.object, conflict.element));
  };
  for (const Conflict& conflict : aligned.conflicts) add(conflict);
  for (const Conflict& conflict : merged.conflicts) add(conflict);
  return outcome;
}

const Sides kColumn = {Table("t", "    a text"), Table("t", "    b text"),
                       Table("t", "    a text")};

TEST(Align, ARenamedColumnThatTheOtherSideChangedIsOneColumn) {
  const Sides sides = {Table("t", "    a text"), Table("t", "    b text"),
                       Table("t", "    a text NOT NULL,\n    x integer")};
  const std::string both = Table("t", "    b text NOT NULL,\n    x integer");
  EXPECT_EQ(Merge(sides, {.ours = {"t.a=b"}}), (Outcome{both, {}, {}}));
  EXPECT_EQ(Merge({sides.base, sides.theirs, sides.ours}, {.theirs = {"t.a=b"}}),
            (Outcome{both, {}, {"column public.t.a=b"}}));
}

TEST(Align, WithoutBeingToldItIsNone) {
  const Sides sides = {Table("t", "    a text"), Table("t", "    b text"),
                       Table("t", "    a text NOT NULL")};
  EXPECT_EQ(Merge(sides, {}).conflicts, Lines{"deleted_modified column a of TABLE public.t"});
}

TEST(Align, TheSameNewNameIsNoConflict) {
  const Sides sides = {Table("t", "    a text"), Table("t", "    b text"),
                       Table("t", "    b text NOT NULL")};
  EXPECT_EQ(Merge(sides, {.ours = {"t.a=b"}, .theirs = {"t.a=b"}}),
            (Outcome{sides.theirs, {}, {}}));
}

TEST(Align, DifferentNewNamesAreAConflictOverTheNameAlone) {
  const Sides sides = {Table("t", "    a text"), Table("t", "    b text"),
                       Table("t", "    c text NOT NULL")};
  const MergeRenames renames{.ours = {"t.a=b"}, .theirs = {"t.a=c"}};
  EXPECT_EQ(Merge(sides, renames), (Outcome{Table("t", "    b text NOT NULL"),
                                            {"both_renamed column b of TABLE public.t"},
                                            {}}));
  EXPECT_EQ(Merge(sides, renames, Favour::kTheirs),
            (Outcome{Table("t", "    c text NOT NULL"), {}, {"column public.t.b=c"}}));
  Favours decided;
  decided.decided[{{Kind::kTable, "public", "t", ""}, {ElementKind::kColumn, "b"}}] =
      Favour::kTheirs;
  EXPECT_EQ(Merge(sides, renames, decided), Merge(sides, renames, Favour::kTheirs));
}

TEST(Align, ADropAgainstARenameIsAConflict) {
  const Sides sides = {Table("t", "    a text,\n    k integer"),
                       Table("t", "    b text,\n    k integer"), Table("t", "    k integer")};
  const MergeRenames ours{.ours = {"t.a=b"}};
  const MergeRenames theirs{.theirs = {"t.a=b"}};
  const Sides other = {sides.base, sides.theirs, sides.ours};
  EXPECT_EQ(Merge(sides, ours),
            (Outcome{sides.ours, {"modified_deleted column b of TABLE public.t"}, {}}));
  EXPECT_EQ(Merge(other, theirs),
            (Outcome{sides.theirs, {"deleted_modified column b of TABLE public.t"}, {}}));
  EXPECT_EQ(Merge(sides, ours, Favour::kTheirs), (Outcome{sides.theirs, {}, {}}));
  EXPECT_EQ(Merge(sides, ours, Favour::kOurs), (Outcome{sides.ours, {}, {}}));
  EXPECT_EQ(Merge(other, theirs, Favour::kTheirs).schema, sides.ours);
  EXPECT_EQ(Merge(other, theirs, Favour::kOurs), (Outcome{sides.theirs, {}, {}}));
}

TEST(Align, ADropOfTheTableAgainstARenameInItIsAConflictOverTheTable) {
  const Sides sides = {kColumn.base, kColumn.ours, ""};
  EXPECT_EQ(Merge(sides, {.ours = {"t.a=b"}}),
            (Outcome{kColumn.ours, {"modified_deleted TABLE public.t"}, {}}));
  EXPECT_EQ(Merge(sides, {.ours = {"t.a=b"}}, Favour::kTheirs), (Outcome{"", {}, {}}));
}

TEST(Align, ANewThingOfTheOtherSideInThePlaceOfTheNewNameIsAConflict) {
  const Sides sides = {Table("t", "    a text"), Table("t", "    b text"),
                       Table("t", "    a text,\n    b integer")};
  const Outcome outcome = Merge(sides, {.ours = {"t.a=b"}});
  EXPECT_EQ(outcome.conflicts.front(), "both_added column b of TABLE public.t");
}

TEST(Align, ATableAndAColumnInItAreFollowedFromSideToSide) {
  const Sides sides = {Table("t", "    a text,\n    k integer"),
                       Table("u", "    a text,\n    k integer"),
                       Table("t", "    b text,\n    k bigint")};
  EXPECT_EQ(Merge(sides, {.ours = {"t=u"}, .theirs = {"t.a=b"}}),
            (Outcome{Table("u", "    b text,\n    k bigint"), {}, {"column public.u.a=b"}}));
  EXPECT_EQ(Merge({sides.base, sides.theirs, sides.ours}, {.ours = {"t.a=b"}, .theirs = {"t=u"}}),
            (Outcome{Table("u", "    b text,\n    k bigint"), {}, {"table public.t=u"}}));
}

TEST(Align, TradedNamesAreTradedOnTheOtherSide) {
  const Sides sides = {Table("t", "    a text,\n    b integer"),
                       Table("t", "    b text,\n    a integer"),
                       Table("t", "    a text NOT NULL,\n    b integer")};
  const Lines trade = {"t.a=z", "t.b=a", "t.z=b"};
  EXPECT_EQ(Merge(sides, {.ours = trade}).schema,
            Table("t", "    b text NOT NULL,\n    a integer"));
  EXPECT_EQ(Merge({sides.base, sides.theirs, sides.ours}, {.theirs = trade}).told.size(), 3U);
}

TEST(Align, AViewOfTheOtherSideFollowsAndKeepsItsOutput) {
  const std::string t = Table("t", "    a text,\n    k integer");
  const std::string u = Table("t", "    b text,\n    k integer");
  const Sides sides = {t, u, t + View("a", "SELECT t.a\n   FROM public.t")};
  EXPECT_EQ(Merge(sides, {.ours = {"t.a=b"}}).schema,
            u + View("b", "SELECT t.b AS a\n   FROM public.t"));
}

TEST(Align, AViewThatOnlyFollowedIsNoChange) {
  const std::string t = Table("t", "    a text,\n    k integer");
  const std::string u = Table("t", "    b text,\n    k integer");
  const Sides sides = {t + View("a", "SELECT t.a\n   FROM public.t"),
                       u + View("b", "SELECT t.b AS a\n   FROM public.t"),
                       t + View("a", "SELECT t.a\n   FROM public.t\n  WHERE t.k > 1")};
  EXPECT_EQ(Merge(sides, {.ours = {"t.a=b"}}),
            (Outcome{u + View("b", "SELECT t.b AS a\n   FROM public.t\n  WHERE t.k > 1"), {}, {}}));
}

TEST(Align, AViewOfTheOtherSideFollowsItsTable) {
  const std::string t = Table("t", "    a text");
  const std::string view =
      "\n-- VIEW public.v\n-- needs TABLE public.u: column a\n"
      "-- returns a text\nCREATE VIEW public.v AS\nSELECT u.a\n   FROM public.u;\n";
  const Sides sides = {t, Table("u", "    a text"), t + View("a", "SELECT t.a\n   FROM public.t")};
  EXPECT_EQ(Merge(sides, {.ours = {"t=u"}}).schema, sides.ours + view);
}

TEST(Align, RenamesThatAHistoryTookBackOrThatNobodyHasAreLeftOut) {
  EXPECT_EQ(Merge({kColumn.base, kColumn.base, kColumn.base},
                  {.ours = {"t.a=b", "t.b=a", "x=y", "t.a=gone"}}),
            (Outcome{kColumn.base, {}, {}}));
}

TEST(RenamesOfSides, AreThoseOfTheSideThatHasTheNewName) {
  const auto of = [](const std::string& ours, const std::string& theirs, const Lines& told) {
    return RenamesOfSides(ParseDocument(Table("t", "    a text")), ParseDocument(ours),
                          ParseDocument(theirs), told);
  };
  const std::string a = Table("t", "    a text");
  const std::string b = Table("t", "    b text");
  EXPECT_EQ(of(b, a, {"t.a=b"}).ours, Lines{"t.a=b"});
  EXPECT_TRUE(of(b, a, {"t.a=b"}).theirs.empty());
  EXPECT_EQ(of(a, b, {"t.a=b"}).theirs, Lines{"t.a=b"});
  EXPECT_EQ(of(b, b, {"t.a=b"}).ours, of(b, b, {"t.a=b"}).theirs);
  EXPECT_THROW(of(a, a, {"t.a=b"}), Error);
  EXPECT_THROW(of(b, a, {"t.x=b"}), Error);
}

}  // namespace
}  // namespace pggit
