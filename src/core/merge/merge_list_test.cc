#include "core/merge/merge_list.h"

#include <gtest/gtest.h>

#include <string>

namespace pggit {
namespace {

using List = std::vector<std::string>;

TEST(MergeList, TakesOutAndPutsInWhatEitherSideDid) {
  EXPECT_EQ(MergeList<std::string>({"b", "a", "c"}, {"b", "c"}, {"b", "a", "x", "c"}),
            (List{"b", "x", "c"}));
}

TEST(MergeList, OursComesFirstWhereBothAdd) {
  EXPECT_EQ(
      MergeList<std::string>({"new", "done"}, {"new", "done", "paid"}, {"new", "done", "lost"}),
      (List{"new", "done", "paid", "lost"}));
  EXPECT_EQ(MergeList<std::string>({"a"}, {"y", "a"}, {"x", "a"}), (List{"y", "x", "a"}));
}

TEST(MergeList, WhatBothAddComesOnce) {
  EXPECT_EQ(MergeList<std::string>({"z"}, {"z", "a"}, {"z", "a", "b"}), (List{"z", "a", "b"}));
}

TEST(MergeList, ANewOrderOfOneSideHolds) {
  EXPECT_EQ(MergeList<std::string>({"a", "c", "b"}, {"a", "c", "b", "x"}, {"b", "a", "c"}),
            (List{"b", "x", "a", "c"}));
  EXPECT_EQ(MergeList<std::string>({"a", "c", "b"}, {"b", "a", "c"}, {"a", "c", "b", "x"}),
            (List{"b", "x", "a", "c"}));
}

TEST(MergeList, TwoNewOrdersDoNotMerge) {
  EXPECT_EQ(MergeList<std::string>({"a", "b", "c"}, {"c", "a", "b"}, {"b", "a", "c"}),
            std::nullopt);
}

TEST(MergeList, SortedListsStaySorted) {
  EXPECT_EQ(MergeList<std::string>({"b", "m"}, {"b", "m", "z"}, {"b", "m", "p"}),
            (List{"b", "m", "p", "z"}));
}

}  // namespace
}  // namespace pggit
