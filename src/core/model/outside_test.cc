#include "core/model/outside.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

Column Named(const char* name, const char* type = "integer") {
  Column column;
  column.name = name;
  column.type = type;
  return column;
}

Object TableOf(std::vector<Column> columns) {
  Object object;
  object.id = {Kind::kTable, "public", "t", ""};
  Table table;
  table.columns = std::move(columns);
  object.definition = table;
  return object;
}

Table& AsTable(Object& object) {
  return std::get<Table>(object.definition);
}

TEST(CompareOutside, SeesNoDifferenceInWhatOthersCannotName) {
  const Object before = TableOf({Named("a"), Named("b")});
  Object after = before;
  AsTable(after).columns[1].not_null = true;
  AsTable(after).columns[1].expression = "1";
  AsTable(after).row_security = true;
  after.attributes.comments[{}] = "about it";
  EXPECT_EQ(CompareOutside(before, after), Outside::kSame);
}

TEST(CompareOutside, TellsWhatIsMoreFromWhatIsOther) {
  const Object before = TableOf({Named("a"), Named("b")});
  EXPECT_EQ(CompareOutside(before, TableOf({Named("a"), Named("b"), Named("c")})),
            Outside::kExtended);
  EXPECT_EQ(CompareOutside(before, TableOf({Named("a"), Named("c")})), Outside::kChanged);
  EXPECT_EQ(CompareOutside(before, TableOf({Named("b"), Named("a")})), Outside::kChanged);
  EXPECT_EQ(CompareOutside(before, TableOf({Named("a"), Named("b", "text")})), Outside::kChanged);
  EXPECT_EQ(CompareOutside(before, TableOf({Named("a")})), Outside::kChanged);
}

TEST(CompareOutside, TakesSwappedNamesOfKeysForAChange) {
  Object before = TableOf({Named("a"), Named("b")});
  Object after = before;
  AsTable(before).constraints = {
      {"k", ConstraintKind::kPrimaryKey, "PRIMARY KEY (a)", "", "", false},
      {"u", ConstraintKind::kUnique, "UNIQUE (b)", "", "", false}};
  AsTable(after).constraints = {
      {"k", ConstraintKind::kUnique, "UNIQUE (b)", "", "", false},
      {"u", ConstraintKind::kPrimaryKey, "PRIMARY KEY (a)", "", "", false}};
  EXPECT_EQ(CompareOutside(before, after), Outside::kChanged);
}

TEST(CompareOutside, TrustsNoTableThatLeavesColumnsToItsParent) {
  Object child = TableOf({});
  AsTable(child).inherits = {"public.parent"};
  EXPECT_EQ(CompareOutside(child, child), Outside::kChanged);
}

TEST(CompareOutside, KnowsFunctionsByWhatTheyAreCalled) {
  Object before;
  before.id = {Kind::kFunction, "public", "f", "(integer)"};
  before.definition = Function{};
  Object after = before;
  std::get<Function>(after.definition).source = "SELECT 1";
  EXPECT_EQ(CompareOutside(before, after), Outside::kSame);
  after.id.signature = "(text)";
  EXPECT_EQ(CompareOutside(before, after), Outside::kChanged);
}

TEST(CompareOutside, TakesAnyChangeOfATypeForOneThatShows) {
  Object before;
  before.id = {Kind::kType, "public", "e", ""};
  before.definition = EnumType{{"a"}};
  Object after = before;
  EXPECT_EQ(CompareOutside(before, after), Outside::kSame);
  after.definition = EnumType{{"b"}};
  EXPECT_EQ(CompareOutside(before, after), Outside::kChanged);
}

}  // namespace
}  // namespace pggit
