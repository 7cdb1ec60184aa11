#include "core/model/column_order.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace pggit {
namespace {

Column Named(std::string name, std::string type = "integer") {
  Column column;
  column.name = std::move(name);
  column.type = std::move(type);
  return column;
}

Object TableOf(std::vector<Column> columns) {
  Table table;
  table.columns = std::move(columns);
  return {{Kind::kTable, "public", "t", ""}, {}, std::move(table)};
}

Object ViewOf(std::vector<ViewColumn> columns) {
  View view;
  view.columns = std::move(columns);
  return {{Kind::kView, "public", "v", ""}, {}, std::move(view)};
}

Schema SchemaOf(Object object) {
  Schema schema;
  const ObjectId id = object.id;
  schema.objects.emplace(id, std::move(object));
  return schema;
}

TEST(EqualModuloColumnOrder, TakesColumnsInAnyOrder) {
  const Object one = TableOf({Named("a"), Named("b"), Named("c")});
  const Object other = TableOf({Named("c"), Named("a"), Named("b")});
  EXPECT_NE(one, other);
  EXPECT_TRUE(EqualModuloColumnOrder(one, other));
  EXPECT_TRUE(EqualModuloColumnOrder(SchemaOf(one), SchemaOf(other)));
  EXPECT_EQ(WithColumnsSorted(one), WithColumnsSorted(other));
}

TEST(EqualModuloColumnOrder, SeesEveryOtherDifference) {
  const Object table = TableOf({Named("a"), Named("b")});
  EXPECT_FALSE(EqualModuloColumnOrder(table, TableOf({Named("b"), Named("a", "text")})));
  EXPECT_FALSE(EqualModuloColumnOrder(table, TableOf({Named("b")})));
  EXPECT_FALSE(EqualModuloColumnOrder(table, TableOf({Named("a"), Named("a"), Named("b")})));
  Object commented = TableOf({Named("b"), Named("a")});
  commented.attributes.comments[{}] = "x";
  EXPECT_FALSE(EqualModuloColumnOrder(table, commented));
  Object renamed = table;
  renamed.id.name = "u";
  EXPECT_FALSE(EqualModuloColumnOrder(table, renamed));
  EXPECT_FALSE(EqualModuloColumnOrder(SchemaOf(table), {}));
}

TEST(EqualModuloColumnOrder, KeepsTheOrderOfAViewsColumns) {
  const ViewColumn a{"a", "integer", ""};
  const ViewColumn b{"b", "integer", ""};
  EXPECT_FALSE(EqualModuloColumnOrder(ViewOf({a, b}), ViewOf({b, a})));
  EXPECT_TRUE(EqualModuloColumnOrder(ViewOf({a, b}), ViewOf({a, b})));
}

}  // namespace
}  // namespace pggit
