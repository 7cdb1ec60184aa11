#include "core/plan/key_index.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

std::string Shown(ConstraintKind kind, const std::string& definition) {
  Constraint key;
  key.kind = kind;
  key.definition = definition;
  const auto index = IndexOfKey(key);
  return index ? index->definition + " | " + index->constraint + " |" + index->ending : "none";
}

TEST(KeyIndex, HasWhatTheKeyHas) {
  EXPECT_EQ(Shown(ConstraintKind::kPrimaryKey, "PRIMARY KEY (a, \"b)\")"),
            "USING btree (a, \"b)\") | PRIMARY KEY |");
  EXPECT_EQ(Shown(ConstraintKind::kUnique,
                  "UNIQUE NULLS NOT DISTINCT (a) INCLUDE (b) WITH (fillfactor='70') DEFERRABLE "
                  "INITIALLY DEFERRED"),
            "USING btree (a) INCLUDE (b) NULLS NOT DISTINCT WITH (fillfactor='70') | UNIQUE | "
            "DEFERRABLE INITIALLY DEFERRED");
}

TEST(KeyIndex, IsNoneOfWhatAnIndexCannotSay) {
  EXPECT_EQ(Shown(ConstraintKind::kPrimaryKey, "PRIMARY KEY (a, b WITHOUT OVERLAPS)"), "none");
  EXPECT_EQ(Shown(ConstraintKind::kExclusion, "EXCLUDE USING btree (a WITH =)"), "none");
}

TEST(KeyIndex, TheTablespaceStandsBeforeTheCondition) {
  EXPECT_EQ(WithTablespace("USING btree (a)", ""), "USING btree (a)");
  EXPECT_EQ(WithTablespace("USING btree (a)", "Fast"), "USING btree (a) TABLESPACE \"Fast\"");
  EXPECT_EQ(WithTablespace("USING btree (\"where\") WHERE (a > 3)", "fast"),
            "USING btree (\"where\") TABLESPACE fast WHERE (a > 3)");
}

}  // namespace
}  // namespace pggit
