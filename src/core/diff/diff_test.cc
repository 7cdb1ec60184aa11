#include "core/diff/diff.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

using Lines = std::vector<std::string>;

// The changes, a line each: `modified column a of TABLE public.t; type: integer -> text`.
Lines Told(const std::vector<Change>& changes) {
  Lines lines;
  for (const Change& change : changes) {
    std::string line(ChangeTypeName(change.type));
    line += ' ' + Describe(change.object, change.element);
    for (const Fact& fact : change.facts) {
      line += "; " + fact.name + ": " + fact.from + " -> " + fact.to;
    }
    lines.push_back(line);
  }
  return lines;
}

Column NewColumn(const std::string& name, const std::string& type) {
  Column column;
  column.name = name;
  column.type = type;
  return column;
}

Object Users() {
  Table table;
  table.columns = {NewColumn("id", "integer"), NewColumn("email", "text")};
  table.columns[1].expression = "'x'::text";
  return {{Kind::kTable, "public", "users", ""}, {}, table};
}

Object Type(Definition definition) {
  return {{Kind::kType, "public", "t", ""}, {}, std::move(definition)};
}

Schema Of(const Object& object) {
  return {{{object.id, object}}};
}

TEST(Diff, FindsNothingBetweenEqualSchemas) {
  EXPECT_EQ(Told(Diff(Of(Users()), Of(Users()))), Lines());
}

TEST(Diff, TellsObjectsThatCameAndWent) {
  EXPECT_EQ(Told(Diff({}, Of(Users()))), Lines{"added TABLE public.users"});
  EXPECT_EQ(Told(Diff(Of(Users()), {})), Lines{"removed TABLE public.users"});
}

TEST(Diff, TellsWhatBecameOfColumnsAndIndexes) {
  Object changed = Users();
  Table& table = std::get<Table>(changed.definition);
  table.columns[0].type = "bigint";
  table.columns[1] = NewColumn("bio", "text");
  table.columns[1].not_null = true;
  Index index;
  index.name = "users_bio";
  index.definition = "USING btree (bio)";
  table.indexes = {index};
  changed.attributes.comments[{ElementKind::kIndex, "users_bio"}] = "fast";
  EXPECT_EQ(
      Told(Diff(Users(), changed)),
      (Lines{
          "added column bio of TABLE public.users; type:  -> text; not null:  -> yes",
          "removed column email of TABLE public.users; type: text -> ; expression: 'x'::text -> ",
          "modified column id of TABLE public.users; type: integer -> bigint",
          "added index users_bio of TABLE public.users; definition:  -> USING btree (bio); "
          "comment:  -> fast"}));
}

TEST(Diff, TellsColumnsThatOnlyMoved) {
  Object moved = Users();
  Table& table = std::get<Table>(moved.definition);
  std::swap(table.columns[0], table.columns[1]);
  const std::vector<Change> changes = Diff(Users(), moved);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_TRUE(IsColumnOrderOnly(changes.front()));
  EXPECT_EQ(changes.front().facts, (std::vector<Fact>{{"column order", "id, email", "email, id"}}));
}

TEST(Diff, TellsATypeOfAnotherForm) {
  EXPECT_EQ(Told(Diff(Type(EnumType{{"a"}}), Type(CompositeType{}))),
            Lines{"modified TYPE public.t; form: enum -> composite"});
}

TEST(Diff, TellsPrivilegesAndWhatIsNeeded) {
  Object changed = Users();
  changed.attributes.privileges[{}] = {{}, {{"", "", {"SELECT"}, {}}}};
  changed.attributes.needs = {{{}, {Kind::kSchema, "", "app", ""}, {}}};
  EXPECT_EQ(Told(Diff(Users(), changed)),
            Lines{"modified TABLE public.users; privileges:  -> PUBLIC has SELECT; "
                  "needs:  -> SCHEMA app"});
}

// Each value differs from every other by one member; an empty list would call two of them equal.
TEST(Diff, IsEmptyOnlyBetweenEqualObjects) {
  std::vector<Object> worlds = {Users()};
  const auto add = [&](auto change) {
    worlds.push_back(Users());
    change(worlds.back(), std::get<Table>(worlds.back().definition));
  };
  add([](Object&, Table& table) { table.columns[0].not_null = true; });
  add([](Object&, Table& table) { table.columns[0].identity = Identity{}; });
  add([](Object&, Table& table) { table.columns[0].identity = Identity{true, "", "", {}}; });
  add([](Object&, Table& table) { table.columns[1].generated = Generated::kStored; });
  add([](Object&, Table& table) { table.columns[1].options = {{"n_distinct", "5"}}; });
  add([](Object&, Table& table) { table.columns.pop_back(); });
  add([](Object&, Table& table) { std::swap(table.columns[0], table.columns[1]); });
  add([](Object&, Table& table) { table.triggers = {{"t", "", Enabled::kDisabled}}; });
  add([](Object&, Table& table) { table.triggers = {{"t", "", Enabled::kAlways}}; });
  add([](Object&, Table& table) { table.row_security = true; });
  add([](Object&, Table& table) { table.replica_identity = "FULL"; });
  add([](Object& object, Table&) { object.attributes.owner = "alice"; });
  add([](Object& object, Table&) { object.attributes.labels[{}] = {{"p", "l"}}; });
  add([](Object& object, Table&) { object.attributes.extensions[{}] = {"e"}; });
  for (const Object& one : worlds) {
    for (const Object& other : worlds) {
      EXPECT_EQ(Diff(one, other).empty(), one == other);
    }
  }
}

}  // namespace
}  // namespace pggit
