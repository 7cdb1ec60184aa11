#include "core/catalog/cells.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace pggit {
namespace {

using Cell = std::optional<std::string_view>;

TEST(Cells, TakesEachCellAsItsType) {
  const Cell row[] = {"text", Cell(), "t", "-5", "4294967295", "r", ""};
  Cells cells(row);
  EXPECT_EQ(cells.Text(), "text");
  EXPECT_TRUE(cells.IsNull());
  EXPECT_EQ(cells.TextOrEmpty(), "");
  EXPECT_TRUE(cells.Bool());
  EXPECT_EQ(cells.Integer(), -5);
  EXPECT_EQ(cells.Oid(), 4294967295u);
  EXPECT_EQ(cells.Letter(), 'r');
  EXPECT_EQ(cells.Letter(), '\0');
}

TEST(Cells, ANullWhereAValueIsNeededIsAnError) {
  const Cell row[] = {Cell()};
  EXPECT_THROW(Cells(row).Text(), InternalError);
}

TEST(ParseArray, UndoesTheServersQuoting) {
  EXPECT_EQ(ParseArray("{}"), std::vector<std::string>());
  EXPECT_EQ(ParseArray("{a,\"b,c\",\"d\\\"e\\\\\",NULL,\"NULL\"}"),
            (std::vector<std::string>{"a", "b,c", "d\"e\\", "", "NULL"}));
}

TEST(Cells, OptionsAreSortedAndWithoutTheServersCounter) {
  const Cell row[] = {"{n_distinct=-0.5,pg_attver=7,a=b=c}"};
  EXPECT_EQ(Cells(row).Options(), (std::vector<Option>{{"a", "b=c"}, {"n_distinct", "-0.5"}}));
}

TEST(Cells, OidVectorsInBothForms) {
  const Cell row[] = {"23 25", "{23,25}", "", Cell()};
  Cells cells(row);
  EXPECT_EQ(cells.OidVector(), (std::vector<Oid32>{23, 25}));
  EXPECT_EQ(cells.OidVector(), (std::vector<Oid32>{23, 25}));
  EXPECT_TRUE(cells.OidVector().empty());
  EXPECT_TRUE(cells.OidVector().empty());
}

TEST(ArrayText, IsReadBack) {
  const std::vector<std::string> elements = {"a", "", "b,{c}", "say \"hi\"", "back\\slash", "NULL"};
  EXPECT_EQ(ParseArray(ArrayText(elements)), elements);
  EXPECT_EQ(ArrayText({}), "{}");
}

}  // namespace
}  // namespace pggit
