#include "core/catalog/index_printer.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

constexpr Oid32 kBtree = 403;
constexpr Oid32 kInt4 = 23;
constexpr Oid32 kText = 25;
constexpr Oid32 kVarchar = 1043;
constexpr Oid32 kIntOps = 1978;
constexpr Oid32 kTextOps = 3126;
constexpr Oid32 kPatternOps = 4217;

OperatorClasses Classes() {
  OperatorClasses classes;
  classes.Add(kIntOps, {"int4_ops", kBtree, kInt4, true});
  classes.Add(kTextOps, {"text_ops", kBtree, kText, true});
  classes.Add(kPatternOps, {"text_pattern_ops", kBtree, kText, false});
  return classes;
}

const ColumnFacts* Find(int number) {
  static const ColumnFacts kId{"id", kInt4, ColumnFacts::TypeClass::kPlain, 0};
  static const ColumnFacts kName{"Name", kVarchar, ColumnFacts::TypeClass::kPlain, 100};
  return number == 1 ? &kId : number == 2 ? &kName : nullptr;
}

RawIndex OnId() {
  RawIndex index;
  index.method = "btree";
  index.columns = {1};
  index.key_columns = 1;
  index.classes = {kIntOps};
  index.collations = {0};
  index.options = {0};
  return index;
}

TEST(PrintIndex, LeavesOutWhatTheServerWouldChoose) {
  EXPECT_EQ(PrintIndex(OnId(), Find, Classes()), "USING btree (id)");
  RawIndex on_name = OnId();
  on_name.columns = {2};
  on_name.classes = {kTextOps};
  on_name.collations = {100};
  EXPECT_EQ(PrintIndex(on_name, Find, Classes()), "USING btree (\"Name\")");
}

TEST(PrintIndex, WritesEveryClauseInOrder) {
  RawIndex index = OnId();
  index.columns = {1, 2, 1};
  index.key_columns = 2;
  index.classes = {kIntOps, kPatternOps};
  index.collations = {0, 100};
  index.options = {1, 2};
  index.nulls_not_distinct = true;
  index.storage_options = {"fillfactor=70", "buffering=auto"};
  index.predicate = "(id > 0)";
  EXPECT_EQ(PrintIndex(index, Find, Classes()),
            "USING btree (id DESC NULLS LAST, \"Name\" text_pattern_ops NULLS FIRST) INCLUDE (id) "
            "NULLS NOT DISTINCT WITH (fillfactor='70', buffering=auto) WHERE (id > 0)");
}

TEST(PrintIndex, DescendingHasNullsFirstByDefault) {
  RawIndex index = OnId();
  index.options = {3};
  EXPECT_EQ(PrintIndex(index, Find, Classes()), "USING btree (id DESC)");
}

TEST(PrintIndex, LeavesTheUnusualToTheServer) {
  RawIndex expression = OnId();
  expression.columns = {0};
  EXPECT_EQ(PrintIndex(expression, Find, Classes()), std::nullopt);
  RawIndex other_method = OnId();
  other_method.method = "bloom";
  EXPECT_EQ(PrintIndex(other_method, Find, Classes()), std::nullopt);
  RawIndex other_collation = OnId();
  other_collation.collations = {950};
  EXPECT_EQ(PrintIndex(other_collation, Find, Classes()), std::nullopt);
  RawIndex class_options = OnId();
  class_options.has_column_options = true;
  EXPECT_EQ(PrintIndex(class_options, Find, Classes()), std::nullopt);
}

TEST(OperatorClasses, ADefaultOfTheTypeItselfWinsOverACompatibleOne) {
  OperatorClasses classes = Classes();
  classes.Add(99999, {"public.varchar_ops", kBtree, kVarchar, true});
  EXPECT_EQ(classes.Clause(kTextOps, *Find(2)), std::nullopt);
  EXPECT_EQ(classes.Clause(99999, *Find(2)), "");
}

}  // namespace
}  // namespace pggit
