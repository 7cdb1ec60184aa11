#include "core/catalog/key_printer.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

const ColumnFacts* Find(int number) {
  static const ColumnFacts kA{"a", 23, ColumnFacts::TypeClass::kPlain, 0};
  static const ColumnFacts kB{"B", 23, ColumnFacts::TypeClass::kPlain, 0};
  return number == 1 ? &kA : number == 2 ? &kB : nullptr;
}

TEST(PrintKey, NamesItsColumns) {
  RawKey key;
  key.primary = true;
  key.columns = {1, 2};
  key.key_columns = 2;
  EXPECT_EQ(PrintKey(key, Find), "PRIMARY KEY (a, \"B\")");
}

TEST(PrintKey, WritesEveryClauseInOrder) {
  RawKey key;
  key.columns = {1, 2};
  key.key_columns = 1;
  key.nulls_not_distinct = true;
  key.storage_options = {"fillfactor=70"};
  EXPECT_EQ(PrintKey(key, Find),
            "UNIQUE NULLS NOT DISTINCT (a) INCLUDE (\"B\") WITH (fillfactor='70')");
}

TEST(PrintKey, LeavesAColumnItDoesNotKnowToTheServer) {
  RawKey key;
  key.columns = {7};
  key.key_columns = 1;
  EXPECT_EQ(PrintKey(key, Find), std::nullopt);
}

TEST(PrintForeignKey, LeavesOutTheDefaults) {
  const RawForeignKey key{.columns = {1}, .referenced = "public.t", .referenced_columns = {2}};
  EXPECT_EQ(PrintForeignKey(key, Find, Find), "FOREIGN KEY (a) REFERENCES public.t(\"B\")");
}

TEST(PrintForeignKey, WritesEveryClauseInOrder) {
  const RawForeignKey key{.columns = {1, 2},
                          .referenced = "public.t",
                          .referenced_columns = {1, 2},
                          .match = 'f',
                          .on_update = 'c',
                          .on_delete = 'n',
                          .set_columns = {2}};
  EXPECT_EQ(PrintForeignKey(key, Find, Find),
            "FOREIGN KEY (a, \"B\") REFERENCES public.t(a, \"B\") MATCH FULL ON UPDATE CASCADE "
            "ON DELETE SET NULL (\"B\")");
}

TEST(PrintEnding, InTheServersOrder) {
  EXPECT_EQ(PrintEnding({}), "");
  EXPECT_EQ(PrintEnding({.deferrable = true, .deferred = true, .validated = false}),
            " DEFERRABLE INITIALLY DEFERRED NOT VALID");
  EXPECT_EQ(PrintEnding({.no_inherit = true}), " NO INHERIT");
}

}  // namespace
}  // namespace pggit
