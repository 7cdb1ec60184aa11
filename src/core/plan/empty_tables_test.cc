#include "core/plan/empty_tables.h"

#include <string>

#include <gtest/gtest.h>

namespace pggit {
namespace {

ObjectId Id(const std::string& name) {
  return {Kind::kTable, "public", name, ""};
}

class EmptyTablesTest : public testing::Test {
 protected:
  Table& Add(const std::string& name) {
    const ObjectId id = Id(name);
    schema_.objects[id] = {id, {}, Table{}};
    return std::get<Table>(schema_.objects.at(id).definition);
  }

  void Refer(const std::string& from, const std::string& to) {
    Object& object = schema_.objects.at(Id(from));
    Constraint key;
    key.name = to + "_fkey";
    key.kind = ConstraintKind::kForeignKey;
    std::get<Table>(object.definition).constraints.push_back(key);
    object.attributes.needs.push_back({{ElementKind::kConstraint, key.name}, Id(to), {}});
  }

  Schema schema_;
};

TEST_F(EmptyTablesTest, FollowForeignKeysBack) {
  for (const char* const name : {"a", "b", "c", "d"}) Add(name);
  Refer("b", "a");
  Refer("c", "b");
  Refer("a", "d");
  EXPECT_EQ(EmptyTables(schema_, {Id("a")}), (std::set{Id("a"), Id("b"), Id("c")}));
}

TEST_F(EmptyTablesTest, EndInCircles) {
  Add("a");
  Add("b");
  Refer("a", "b");
  Refer("b", "a");
  EXPECT_EQ(EmptyTables(schema_, {Id("a")}), (std::set{Id("a"), Id("b")}));
}

TEST_F(EmptyTablesTest, LackOfAPartitionIsThatOfTheTable) {
  Add("p").partition_by = "LIST (a)";
  Add("p1").partition_of = "public.p";
  Add("p2").partition_of = "public.p";
  Add("r").partition_by = "LIST (a)";
  Add("r1").partition_of = "public.r";
  Refer("r", "p");
  EXPECT_EQ(EmptyTables(schema_, {Id("p1")}), (std::set{Id("p1"), Id("r"), Id("r1")}));
}

TEST_F(EmptyTablesTest, AreNoneWithoutReason) {
  Add("a");
  EXPECT_TRUE(EmptyTables(schema_, {}).empty());
}

}  // namespace
}  // namespace pggit
