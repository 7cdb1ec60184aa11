#include "core/merge/merge.h"

#include <gtest/gtest.h>

#include <functional>

namespace pggit {
namespace {

const ObjectId kUsers{Kind::kTable, "public", "users", ""};

Object TableOf(Table table, Attributes attributes = {}) {
  return {kUsers, std::move(attributes), std::move(table)};
}

Column MakeColumn(const std::string& name, const std::string& type) {
  Column column;
  column.name = name;
  column.type = type;
  return column;
}

Schema SchemaOf(const std::vector<Object>& objects) {
  Schema schema;
  for (const Object& object : objects) schema.objects.emplace(object.id, object);
  return schema;
}

struct Outcome {
  std::optional<Object> object;
  std::vector<Conflict> conflicts;
};

Outcome MergeOne(const std::optional<Object>& base, const std::optional<Object>& ours,
                 const std::optional<Object>& theirs, const Favours& favours = {}) {
  const auto at = [](const std::optional<Object>& object) { return object ? &*object : nullptr; };
  Outcome outcome;
  outcome.object = MergeObject({at(base), at(ours), at(theirs)}, favours, outcome.conflicts);
  return outcome;
}

// One kind of part: how it lies in a table, in a first and in other forms.
struct PartKind {
  std::string name;
  Element element;
  // Puts form 1, 2 or 3 of the part into a table.
  std::function<void(Table&, int)> put;
};

std::ostream& operator<<(std::ostream& out, const PartKind& kind) {
  return out << kind.name;
}

std::vector<PartKind> PartKinds() {
  const auto text = [](int form) { return "form " + std::to_string(form); };
  return {
      {"column",
       {ElementKind::kColumn, "p"},
       [=](Table& table, int form) { table.columns.push_back(MakeColumn("p", text(form))); }},
      {"constraint",
       {ElementKind::kConstraint, "p"},
       [=](Table& table, int form) {
         table.constraints.push_back({"p", ConstraintKind::kCheck, text(form), "", "", false});
       }},
      {"index",
       {ElementKind::kIndex, "p"},
       [=](Table& table, int form) {
         Index index;
         index.name = "p";
         index.definition = text(form);
         table.indexes.push_back(index);
       }},
      {"rule",
       {ElementKind::kRule, "p"},
       [=](Table& table, int form) {
         table.rules.push_back({"p", text(form), Enabled::kOrigin});
       }},
      {"trigger",
       {ElementKind::kTrigger, "p"},
       [=](Table& table, int form) {
         table.triggers.push_back({"p", text(form), Enabled::kOrigin});
       }},
      {"policy",
       {ElementKind::kPolicy, "p"},
       [=](Table& table, int form) {
         Policy policy;
         policy.name = "p";
         policy.using_expression = text(form);
         table.policies.push_back(policy);
       }},
  };
}

// 0: the part is not there; else its form.
struct Row {
  int base;
  int ours;
  int theirs;
  int merged;
  std::optional<ConflictType> conflict;
};

const std::vector<Row> kRows = {
    {0, 0, 0, 0, {}},                              // nowhere
    {1, 1, 1, 1, {}},                              // unchanged, unchanged
    {1, 1, 2, 2, {}},                              // unchanged, modified
    {1, 2, 1, 2, {}},                              // modified, unchanged
    {1, 1, 0, 0, {}},                              // unchanged, dropped
    {1, 0, 1, 0, {}},                              // dropped, unchanged
    {0, 0, 1, 1, {}},                              // -, added
    {0, 1, 0, 1, {}},                              // added, -
    {0, 1, 1, 1, {}},                              // added, added alike
    {0, 1, 2, 1, ConflictType::kBothAdded},        // added, added
    {1, 2, 2, 2, {}},                              // modified, modified alike
    {1, 2, 3, 2, ConflictType::kBothModified},     // modified, modified
    {1, 2, 0, 2, ConflictType::kModifiedDeleted},  // modified, dropped
    {1, 0, 2, 0, ConflictType::kDeletedModified},  // dropped, modified
    {1, 0, 0, 0, {}},                              // dropped, dropped
};

class CaseTable : public testing::TestWithParam<PartKind> {
 protected:
  Object With(int form) const {
    Table table;
    table.columns.push_back(MakeColumn("id", "integer"));
    if (form > 0) GetParam().put(table, form);
    return TableOf(table);
  }
};

TEST_P(CaseTable, HoldsForAPartOfATable) {
  for (const Row& row : kRows) {
    SCOPED_TRACE(testing::Message() << row.base << ' ' << row.ours << ' ' << row.theirs);
    const Outcome outcome = MergeOne(With(row.base), With(row.ours), With(row.theirs));
    EXPECT_EQ(outcome.object, With(row.merged));
    ASSERT_EQ(outcome.conflicts.size(), row.conflict ? 1U : 0U);
    if (row.conflict) {
      EXPECT_EQ(outcome.conflicts[0].type, *row.conflict);
      EXPECT_EQ(outcome.conflicts[0].element, GetParam().element);
    }
  }
}

TEST_P(CaseTable, AFavouredSideLeavesNoConflict) {
  for (const Row& row : kRows) {
    if (!row.conflict) continue;
    const Outcome ours = MergeOne(With(row.base), With(row.ours), With(row.theirs), Favour::kOurs);
    EXPECT_EQ(ours.object, With(row.ours));
    EXPECT_TRUE(ours.conflicts.empty());
    const Outcome theirs =
        MergeOne(With(row.base), With(row.ours), With(row.theirs), Favour::kTheirs);
    EXPECT_EQ(theirs.object, With(row.theirs));
    EXPECT_TRUE(theirs.conflicts.empty());
  }
}

TEST_P(CaseTable, APartThatWasDecidedAboutIsThatSides) {
  for (const Row& row : kRows) {
    if (!row.conflict) continue;
    SCOPED_TRACE(testing::Message() << row.base << ' ' << row.ours << ' ' << row.theirs);
    const Object ours = With(row.ours);
    for (const Favour side : {Favour::kOurs, Favour::kTheirs}) {
      Favours favours;
      favours.decided[{ours.id, GetParam().element}] = side;
      const Outcome outcome = MergeOne(With(row.base), ours, With(row.theirs), favours);
      EXPECT_EQ(outcome.object, With(side == Favour::kOurs ? row.ours : row.theirs));
      EXPECT_TRUE(outcome.conflicts.empty());
    }
  }
}

TEST(MergeObject, ADecisionAboutAnotherPartDecidesNothing) {
  const auto with = [](const char* type) {
    Table table;
    table.columns.push_back(MakeColumn("a", type));
    return TableOf(table);
  };
  Favours favours;
  favours.decided[{with("integer").id, {ElementKind::kColumn, "b"}}] = Favour::kTheirs;
  const Outcome outcome = MergeOne(with("integer"), with("bigint"), with("text"), favours);
  ASSERT_EQ(outcome.conflicts.size(), 1U);
  EXPECT_EQ(outcome.object, with("bigint"));
}

TEST(MergeObject, ADroppedPartThatIsDecidedForComesBackWithWhatItNeedsAndWhatIsSaidOfIt) {
  const Element column{ElementKind::kColumn, "b"};
  Table whole;
  whole.columns.push_back(MakeColumn("a", "integer"));
  Table dropped = whole;
  whole.columns.push_back(MakeColumn("b", "public.d"));
  Object base = TableOf(whole);
  base.attributes.needs.push_back({column, {Kind::kDomain, "public", "d", ""}, {}});
  Object theirs = base;
  theirs.attributes.comments[column] = "said since";
  Favours favours;
  favours.decided[{base.id, column}] = Favour::kTheirs;
  const Outcome outcome = MergeOne(base, TableOf(dropped), theirs, favours);
  EXPECT_TRUE(outcome.conflicts.empty());
  EXPECT_EQ(outcome.object, theirs);
}

INSTANTIATE_TEST_SUITE_P(Parts, CaseTable, testing::ValuesIn(PartKinds()),
                         [](const auto& kind) { return kind.param.name; });

TEST(MergeObject, TheCaseTableHoldsForObjects) {
  const auto form = [](int number) -> std::optional<Object> {
    if (number == 0) return std::nullopt;
    View view;
    view.query = "SELECT " + std::to_string(number);
    return Object{{Kind::kView, "public", "v", ""}, {}, view};
  };
  for (const Row& row : kRows) {
    SCOPED_TRACE(testing::Message() << row.base << ' ' << row.ours << ' ' << row.theirs);
    const Outcome outcome = MergeOne(form(row.base), form(row.ours), form(row.theirs));
    EXPECT_EQ(outcome.object, form(row.merged));
    ASSERT_EQ(outcome.conflicts.size(), row.conflict ? 1U : 0U);
    if (row.conflict) {
      EXPECT_EQ(outcome.conflicts[0].type, *row.conflict);
    }
  }
}

TEST(MergeObject, NewColumnsOfBothSidesStandOneAfterTheOther) {
  const auto with = [](const std::vector<std::string>& names) {
    Table table;
    for (const std::string& name : names) table.columns.push_back(MakeColumn(name, "text"));
    return TableOf(table);
  };
  const Outcome outcome =
      MergeOne(with({"id", "b"}), with({"id", "b", "x"}), with({"id", "b", "a"}));
  EXPECT_EQ(outcome.object, with({"id", "b", "x", "a"}));
  EXPECT_TRUE(outcome.conflicts.empty());
}

TEST(MergeObject, DifferentThingsSaidOfOneColumnMerge) {
  Table table;
  table.columns.push_back(MakeColumn("c", "integer"));
  Table ours = table;
  ours.columns[0].type = "bigint";
  Table theirs = table;
  theirs.columns[0].not_null = true;
  theirs.columns[0].statistics = "500";
  Attributes comment;
  comment.comments[{ElementKind::kColumn, "c"}] = "a comment";
  Table merged = theirs;
  merged.columns[0].type = "bigint";
  const Outcome outcome = MergeOne(TableOf(table), TableOf(ours), TableOf(theirs, comment));
  EXPECT_EQ(outcome.object, TableOf(merged, comment));
  EXPECT_TRUE(outcome.conflicts.empty());
}

TEST(MergeObject, TheTypeOfAColumnAndItsDefaultHangTogether) {
  Table table;
  table.columns.push_back(MakeColumn("c", "integer"));
  Table ours = table;
  ours.columns[0].type = "text";
  Table theirs = table;
  theirs.columns[0].expression = "0";
  const Outcome outcome = MergeOne(TableOf(table), TableOf(ours), TableOf(theirs));
  EXPECT_EQ(outcome.object, TableOf(ours));
  ASSERT_EQ(outcome.conflicts.size(), 1U);
  EXPECT_EQ(outcome.conflicts[0].about,
            (std::vector<Disagreement>{{"type", "integer", "text", "integer"},
                                       {"expression", "", "", "0"}}));
}

TEST(MergeObject, WhatIsSaidOfADroppedColumnIsAConflict) {
  Table table;
  table.columns.push_back(MakeColumn("id", "integer"));
  Table both = table;
  both.columns.push_back(MakeColumn("c", "integer"));
  Attributes comment;
  comment.comments[{ElementKind::kColumn, "c"}] = "a comment";
  const Outcome outcome = MergeOne(TableOf(both), TableOf(table), TableOf(both, comment));
  EXPECT_EQ(outcome.object, TableOf(table));
  ASSERT_EQ(outcome.conflicts.size(), 1U);
  EXPECT_EQ(outcome.conflicts[0].type, ConflictType::kDeletedModified);
  EXPECT_EQ(outcome.conflicts[0].element, (Element{ElementKind::kColumn, "c"}));
}

TEST(MergeObject, FunctionsMergeByLines) {
  const auto with = [](const std::string& source) {
    Function function;
    function.language = "plpgsql";
    function.source = source;
    return Object{{Kind::kFunction, "public", "f", "()"}, {}, function};
  };
  const Outcome clean = MergeOne(with("a\nb\nc\n"), with("A\nb\nc\n"), with("a\nb\nC\n"));
  EXPECT_EQ(clean.object, with("A\nb\nC\n"));
  EXPECT_TRUE(clean.conflicts.empty());
  const Outcome disputed = MergeOne(with("a\n"), with("b\n"), with("c\n"));
  EXPECT_EQ(disputed.object, with("b\n"));
  ASSERT_EQ(disputed.conflicts.size(), 1U);
  EXPECT_EQ(disputed.conflicts[0].about.at(0).name, "source");
}

TEST(MergeObject, EnumValuesOfBothSidesAreKept) {
  const auto with = [](const std::vector<std::string>& values) {
    return Object{{Kind::kType, "public", "mood", ""}, {}, EnumType{values}};
  };
  const Outcome outcome =
      MergeOne(with({"sad", "happy"}), with({"sad", "ok", "happy"}), with({"sad", "happy", "mad"}));
  EXPECT_EQ(outcome.object, with({"sad", "ok", "happy", "mad"}));
  EXPECT_TRUE(outcome.conflicts.empty());
}

TEST(MergeObject, GrantsOfBothSidesAddUp) {
  const auto with = [](const std::vector<Grant>& grants) {
    Attributes attributes;
    attributes.privileges[{}].grants = grants;
    return TableOf({}, attributes);
  };
  const Outcome outcome =
      MergeOne(with({{"bob", "", {"SELECT"}, {}}}),
               with({{"ann", "", {"INSERT"}, {}}, {"bob", "", {"INSERT", "SELECT"}, {}}}),
               with({{"bob", "", {"SELECT", "UPDATE"}, {}}, {"eve", "", {"SELECT"}, {}}}));
  EXPECT_EQ(outcome.object, with({{"ann", "", {"INSERT"}, {}},
                                  {"bob", "", {"INSERT", "SELECT", "UPDATE"}, {}},
                                  {"eve", "", {"SELECT"}, {}}}));
  EXPECT_TRUE(outcome.conflicts.empty());
}

TEST(MergeObject, OptionsMergeByTheirNames) {
  const auto with = [](const std::vector<Option>& options) {
    Table table;
    table.options = options;
    return TableOf(table);
  };
  const Outcome clean = MergeOne(with({{"fillfactor", "70"}}),
                                 with({{"autovacuum_enabled", "false"}, {"fillfactor", "70"}}),
                                 with({{"fillfactor", "80"}}));
  EXPECT_EQ(clean.object, with({{"autovacuum_enabled", "false"}, {"fillfactor", "80"}}));
  EXPECT_TRUE(clean.conflicts.empty());
  const Outcome disputed = MergeOne(with({{"fillfactor", "70"}}), with({{"fillfactor", "60"}}),
                                    with({{"fillfactor", "80"}}));
  EXPECT_EQ(disputed.conflicts.size(), 1U);
}

TEST(MergeObject, NeedsOfBothSidesAreKeptAndLostOnesLost) {
  const ObjectId type{Kind::kType, "public", "mood", ""};
  const ObjectId function{Kind::kFunction, "public", "f", "()"};
  const ObjectId sequence{Kind::kSequence, "public", "s", ""};
  const auto with = [](const std::vector<Dependency>& needs) {
    Attributes attributes;
    attributes.needs = needs;
    return TableOf({}, attributes);
  };
  const Outcome outcome =
      MergeOne(with({{{}, type, {}}}), with({{{}, type, {}}, {{}, function, {}}}),
               with({{{}, sequence, {}}}));
  EXPECT_EQ(outcome.object, with({{{}, sequence, {}}, {{}, function, {}}}));
}

// A table with a column whose values come of a function, none when it is not to be there.
Object WithDefault(const std::string& function) {
  Object object = TableOf({});
  if (function.empty()) return object;
  Column column = MakeColumn("c", "integer");
  column.expression = "public." + function + "()";
  std::get<Table>(object.definition).columns.push_back(column);
  object.attributes.needs.push_back(
      {{ElementKind::kColumn, "c"}, {Kind::kFunction, "public", function, "()"}, {}});
  return object;
}

TEST(MergeObject, APartThatIsTakenNeedsWhatItNeedsThere) {
  struct Sides {
    std::string base;
    std::string ours;
    std::string theirs;
  };
  for (const auto& [base, ours, theirs] :
       std::vector<Sides>{{"f", "g", "h"}, {"f", "", "g"}, {"f", "g", ""}, {"", "f", "g"}}) {
    SCOPED_TRACE(testing::Message() << base << ", " << ours << ", " << theirs);
    const auto merged = [&](const Favours& favours) {
      return MergeOne(WithDefault(base), WithDefault(ours), WithDefault(theirs), favours).object;
    };
    EXPECT_EQ(merged(Favour::kOurs), WithDefault(ours));
    EXPECT_EQ(merged(Favour::kTheirs), WithDefault(theirs));
    EXPECT_EQ(merged(Favour::kBase), WithDefault(base));
  }
}

TEST(MergeObject, APartThatIsTakenNeedsWhatTheOtherSideLost) {
  // Both changed a view, which then needs what it did before on one side alone.
  const auto with = [](const std::string& query, const std::vector<std::string>& functions) {
    View view;
    view.query = query;
    Attributes attributes;
    for (const std::string& function : functions) {
      attributes.needs.push_back({{}, {Kind::kFunction, "public", function, "()"}, {}});
    }
    return Object{{Kind::kView, "public", "v", ""}, attributes, view};
  };
  const Object base = with("SELECT 0", {"f"});
  const Object ours = with("SELECT 1", {"f"});
  const Object theirs = with("SELECT 2", {});
  EXPECT_EQ(MergeOne(base, ours, theirs, Favour::kOurs).object, ours);
  EXPECT_EQ(MergeOne(base, ours, theirs, Favour::kTheirs).object, theirs);
  EXPECT_EQ(MergeOne(base, theirs, ours, Favour::kTheirs).object, ours);
  for (const Favour side : {Favour::kOurs, Favour::kTheirs}) {
    Favours favours;
    favours.decided[{base.id, {}}] = side;
    EXPECT_EQ(MergeOne(base, ours, theirs, favours).object, side == Favour::kOurs ? ours : theirs);
  }
}

TEST(MergeObject, AnIndexThatIsTakenNeedsWhatItNeedsThere) {
  const auto with = [](const std::string& function) {
    Table table;
    Index index;
    index.name = "by_f";
    index.definition = "USING btree (" + function + "())";
    table.indexes.push_back(index);
    Attributes attributes;
    attributes.needs.push_back(
        {{ElementKind::kIndex, "by_f"}, {Kind::kFunction, "public", function, "()"}, {}});
    return TableOf(table, attributes);
  };
  EXPECT_EQ(MergeOne(with("f"), with("g"), with("h"), Favour::kOurs).object, with("g"));
  EXPECT_EQ(MergeOne(with("f"), with("g"), with("h"), Favour::kTheirs).object, with("h"));
}

TEST(MergeObject, ADecisionAboutACommentLeavesTheNeedsAsTheyMerge) {
  Object ours = WithDefault("g");
  Object theirs = WithDefault("f");
  const Element column{ElementKind::kColumn, "c"};
  ours.attributes.comments[column] = "one";
  theirs.attributes.comments[column] = "two";
  Favours favours;
  favours.decided[{ours.id, column}] = Favour::kTheirs;
  Object merged = ours;
  merged.attributes.comments[column] = "two";
  EXPECT_EQ(MergeOne(WithDefault("f"), ours, theirs, favours).object, merged);
}

TEST(MergeSchemas, AnIndexOnADroppedColumnIsAConflict) {
  Table table;
  table.columns = {MakeColumn("id", "integer"), MakeColumn("email", "text")};
  Table ours = table;
  ours.columns.pop_back();
  Index index;
  index.name = "by_email";
  index.definition = "USING btree (email)";
  Table theirs = table;
  theirs.indexes.push_back(index);
  Attributes needs;
  needs.needs.push_back(
      {{ElementKind::kIndex, "by_email"}, kUsers, {{ElementKind::kColumn, "email"}}});
  const MergedSchema merged = MergeSchemas(SchemaOf({TableOf(table)}), SchemaOf({TableOf(ours)}),
                                           SchemaOf({TableOf(theirs, needs)}), Favour::kOurs);
  ASSERT_EQ(merged.conflicts.size(), 1U);
  EXPECT_EQ(merged.conflicts[0].type, ConflictType::kDependency);
  EXPECT_EQ(merged.conflicts[0].element, (Element{ElementKind::kIndex, "by_email"}));
  EXPECT_EQ(merged.conflicts[0].about,
            (std::vector<Disagreement>{{"needs", "", "", "TABLE public.users: column email"}}));
}

TEST(MergeSchemas, AViewOfADroppedFunctionIsAConflict) {
  const Object function{{Kind::kFunction, "public", "f", "()"}, {}, Function{}};
  Attributes needs;
  needs.needs.push_back({{}, function.id, {}});
  const Object view{{Kind::kView, "public", "v", ""}, needs, View{}};
  const MergedSchema merged =
      MergeSchemas(SchemaOf({function}), SchemaOf({}), SchemaOf({function, view}));
  ASSERT_EQ(merged.conflicts.size(), 1U);
  EXPECT_EQ(merged.conflicts[0].object, view.id);
  EXPECT_EQ(merged.conflicts[0].type, ConflictType::kDependency);
}

TEST(MergeSchemas, WhatNoSideListsIsNotJudged) {
  Attributes needs;
  needs.needs.push_back({{}, {Kind::kType, "ext", "citext", ""}, {}});
  const Object view{{Kind::kView, "public", "v", ""}, needs, View{}};
  EXPECT_TRUE(MergeSchemas(SchemaOf({}), SchemaOf({}), SchemaOf({view})).conflicts.empty());
}

TEST(Merge, APartThatIsKeptAgainstADropStandsInItsOrder) {
  const auto with = [](const std::vector<std::pair<std::string, std::string>>& constraints) {
    Table table;
    for (const auto& [name, expression] : constraints) {
      table.constraints.push_back({name, ConstraintKind::kCheck, expression, "", "", false});
    }
    return TableOf(table);
  };
  const Outcome outcome = MergeOne(with({{"m", "1"}}), with({{"m", "2"}}),
                                   with({{"c", "1"}, {"z", "1"}}), Favour::kOurs);
  EXPECT_EQ(outcome.object, with({{"c", "1"}, {"m", "2"}, {"z", "1"}}));
}

}  // namespace
}  // namespace pggit
