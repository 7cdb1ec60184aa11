#include "core/catalog/node_tree.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

constexpr char kAmountColumn[] =
    "{VAR :varno 1 :varattno 5 :vartype 1700 :vartypmod 786438 :varcollid 0 :varlevelsup 0"
    " :varnosyn 1 :varattnosyn 5 :location 200}";

const ColumnFacts* Find(int number) {
  static const ColumnFacts kColumns[] = {{"id", 20}, {"Big \"one\"", 25, {}, 100}, {"user", 25}};
  return number >= 1 && number <= 3 ? &kColumns[number - 1] : nullptr;
}

TEST(DetachedTree, TurnsColumnsIntoParameters) {
  EXPECT_EQ(DetachedTree("{NULLTEST :arg " + std::string(kAmountColumn) +
                         " :nulltesttype 1 :argisrow false :location 207}"),
            "{NULLTEST :arg {PARAM :paramkind 0 :paramid 5 :paramtype 1700 :paramtypmod 786438"
            " :paramcollid 0 :location -1} :nulltesttype 1 :argisrow false :location -1}");
}

TEST(DetachedTree, MakesEqualWhatDiffersInPlaceOnly) {
  EXPECT_EQ(DetachedTree("{FUNCEXPR :funcid 1299 :args <> :location 369}"),
            DetachedTree("{FUNCEXPR :funcid 1299 :args <> :location 7}"));
}

TEST(DetachedTree, LeavesWhatOnlyLooksLikeAPlace) {
  for (const char* tree : {"{ARRAYEXPR :multidims false :xlocation 12}",
                           "{NAMEDARGEXPR :arg <> :name :location :argnumber 1}"}) {
    EXPECT_EQ(DetachedTree(tree), tree);
  }
}

TEST(DetachedTree, RefusesWholeRowsSystemColumnsAndSubscripts) {
  for (const char* tree :
       {"{VAR :varno 1 :varattno 0 :vartype 1 :vartypmod -1 :varcollid 0 :varlevelsup 0}",
        "{VAR :varno 1 :varattno -6 :vartype 26 :vartypmod -1 :varcollid 0 :varlevelsup 0}",
        "{VAR :varno 1 :varattno 1 :vartype 26 :vartypmod -1 :varcollid 0 :varlevelsup 1}",
        "{SUBSCRIPTINGREF :refcontainertype 1009}", "{SUBLINK :subLinkType 0}",
        "{VAR :varno 1 :varattno 1"}) {
    EXPECT_EQ(DetachedTree(tree), std::nullopt) << tree;
  }
}

TEST(WithColumnNames, PutsNamesInPlaceOfNumbers) {
  EXPECT_EQ(WithColumnNames("(($1 > 0) AND ($2 <> ''::text))", Find),
            R"(((id > 0) AND ("Big ""one""" <> ''::text)))");
}

TEST(WithColumnNames, LeavesDollarsInTextsAndNames) {
  EXPECT_EQ(WithColumnNames(R"((($1)::text = E'it''s $2 \\ $1') OR "a$1"(a$2, "x""$1"))", Find),
            R"(((id)::text = E'it''s $2 \\ $1') OR "a$1"(a$2, "x""$1"))");
}

TEST(WithColumnNames, RefusesWhatItDoesNotKnow) {
  EXPECT_EQ(WithColumnNames("($4 > 0)", Find), std::nullopt);
  EXPECT_EQ(WithColumnNames("($99999999999 > 0)", Find), std::nullopt);
}

TEST(WithColumnNames, LeavesKeywordsToTheServer) {
  EXPECT_EQ(WithColumnNames("($3 > 0)", Find), std::nullopt);
}

}  // namespace
}  // namespace pggit
