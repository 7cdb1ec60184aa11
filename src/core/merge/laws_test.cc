// What holds for every merge, over random tables.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/merge/merge.h"

namespace pggit {
namespace {

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  Schema Any() {
    Schema schema;
    for (const char* name : {"a", "b", "c"}) {
      if (Chance(5)) continue;
      const ObjectId id{Kind::kTable, "public", name, ""};
      schema.objects.emplace(id, AnyTable(id));
    }
    return schema;
  }

  // The schema with a few things changed.
  Schema Changed(Schema schema) {
    for (auto object = schema.objects.begin(); object != schema.objects.end();) {
      if (Chance(8)) {
        object = schema.objects.erase(object);
        continue;
      }
      if (Chance(2)) Change(object->second);
      ++object;
    }
    const ObjectId id{Kind::kTable, "public", Chance(2) ? "d" : "e", ""};
    if (Chance(4)) schema.objects.emplace(id, AnyTable(id));
    return schema;
  }

 private:
  std::size_t Below(std::size_t limit) { return random_() % limit; }
  bool Chance(std::size_t in) { return Below(in) == 0; }

  Column AnyColumn(const std::string& name) {
    Column column;
    column.name = name;
    column.type = Chance(2) ? "integer" : "text";
    column.not_null = Chance(2);
    if (Chance(3)) column.expression = Chance(2) ? "f" : "g";
    return column;
  }

  Object AnyTable(const ObjectId& id) {
    Object object{id, {}, Table{}};
    auto& table = std::get<Table>(object.definition);
    for (const char* name : {"p", "q", "r", "s"}) {
      if (!Chance(4)) table.columns.push_back(AnyColumn(name));
    }
    for (int i = 0; i < 4; ++i) Change(object);
    return object;
  }

  void Change(Object& object) {
    auto& table = std::get<Table>(object.definition);
    auto& columns = table.columns;
    switch (Below(6)) {
      case 0:
        if (!columns.empty()) columns[Below(columns.size())].not_null ^= true;
        break;
      case 1:
        if (!columns.empty()) columns[Below(columns.size())].type = Chance(2) ? "date" : "uuid";
        break;
      case 2: {
        if (columns.empty()) break;
        const auto at = columns.begin() + static_cast<std::ptrdiff_t>(Below(columns.size()));
        const Element gone{ElementKind::kColumn, at->name};
        columns.erase(at);
        object.attributes.comments.erase(gone);
        break;
      }
      case 3: {
        const std::string name(1, "tuvw"[Below(4)]);
        const auto same = [&](const Column& column) { return column.name == name; };
        if (std::ranges::none_of(columns, same)) columns.push_back(AnyColumn(name));
        break;
      }
      case 4:
        if (columns.empty()) break;
        object.attributes.comments[{ElementKind::kColumn, columns[0].name}] =
            Chance(2) ? "one" : "two";
        break;
      default: table.options = {{"fillfactor", Chance(2) ? "70" : "80"}}; break;
    }
  }

  std::mt19937 random_;
};

Schema InOrder(Schema schema) {
  for (auto& [id, object] : schema.objects) {
    auto& columns = std::get<Table>(object.definition).columns;
    std::ranges::sort(columns, {}, &Column::name);
  }
  return schema;
}

// The schema with what its columns need: their type and the function that their values come of.
Schema WithNeeds(Schema schema) {
  for (auto& [id, object] : schema.objects) {
    std::vector<Dependency>& needs = object.attributes.needs;
    needs.clear();
    for (const Column& column : std::get<Table>(object.definition).columns) {
      const Element element{ElementKind::kColumn, column.name};
      needs.push_back({element, {Kind::kDomain, "public", column.type, ""}, {}});
      if (column.expression.empty()) continue;
      needs.push_back({element, {Kind::kFunction, "public", column.expression, "()"}, {}});
    }
    std::ranges::sort(needs);
  }
  return schema;
}

class MergeLaws : public testing::TestWithParam<unsigned> {};

TEST_P(MergeLaws, Hold) {
  for (unsigned i = 0; i < 200; ++i) {
    SCOPED_TRACE(testing::Message() << "seed " << GetParam() << ", round " << i);
    Maker maker(GetParam() * 1000 + i);
    const Schema base = WithNeeds(maker.Any());
    const Schema ours = WithNeeds(maker.Changed(base));
    const Schema theirs = WithNeeds(maker.Changed(base));
    // A side that changed nothing, or the same, adds nothing.
    EXPECT_EQ(MergeSchemas(base, ours, base).schema, ours);
    EXPECT_EQ(MergeSchemas(base, base, theirs).schema, theirs);
    EXPECT_EQ(MergeSchemas(base, ours, ours).schema, ours);
    EXPECT_TRUE(MergeSchemas(base, ours, base).conflicts.empty());
    EXPECT_TRUE(MergeSchemas(base, ours, ours).conflicts.empty());
    // What both dropped does not come back; what nobody dropped is there.
    const MergedSchema merged = MergeSchemas(base, ours, theirs);
    for (const auto& [id, object] : base.objects) {
      if (!ours.objects.contains(id) && !theirs.objects.contains(id)) {
        EXPECT_FALSE(merged.schema.objects.contains(id));
      }
      if (ours.objects.contains(id) && theirs.objects.contains(id)) {
        EXPECT_TRUE(merged.schema.objects.contains(id));
      }
    }
    // Parts have what they need, whoever they are from, and nothing else.
    for (const Favour side : {Favour::kNobody, Favour::kOurs, Favour::kTheirs, Favour::kBase}) {
      const Schema favoured = MergeSchemas(base, ours, theirs, side).schema;
      EXPECT_EQ(favoured, WithNeeds(favoured));
    }
    // It is the same from both sides, but for the order in which new columns stand.
    const MergedSchema other = MergeSchemas(base, theirs, ours, Favour::kTheirs);
    EXPECT_EQ(InOrder(MergeSchemas(base, ours, theirs, Favour::kOurs).schema),
              InOrder(other.schema));
    EXPECT_EQ(merged.conflicts.size(), MergeSchemas(base, theirs, ours).conflicts.size());
    if (merged.conflicts.empty()) {
      EXPECT_EQ(InOrder(merged.schema), InOrder(other.schema));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, MergeLaws, testing::Range(1U, 6U));

}  // namespace
}  // namespace pggit
