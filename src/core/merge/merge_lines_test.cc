#include "core/merge/merge_lines.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

TEST(MergeLines, TakesTheChangesOfBothSides) {
  EXPECT_EQ(MergeLines("a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\nD\n"), "A\nb\nc\nD\n");
  EXPECT_EQ(MergeLines("a\nb\nc\n", "a\nx\nb\nc\n", "a\nb\n"), "a\nx\nb\n");
}

TEST(MergeLines, NeighboursAreDifferentLines) {
  EXPECT_EQ(MergeLines("a\nb\n", "A\nb\n", "a\nB\n"), "A\nB\n");
}

TEST(MergeLines, TheSameChangeOnBothSidesIsMadeOnce) {
  EXPECT_EQ(MergeLines("a\nb\n", "a\nx\nb\n", "a\nx\nb\n"), "a\nx\nb\n");
  EXPECT_EQ(MergeLines("a\nb\nc\n", "a\nc\n", "a\nc\n"), "a\nc\n");
}

TEST(MergeLines, TheSameLineChangedDifferentlyDoesNotMerge) {
  EXPECT_EQ(MergeLines("a\nb\nc\n", "a\nx\nc\n", "a\ny\nc\n"), std::nullopt);
  EXPECT_EQ(MergeLines("a\nb\nc\n", "a\nx\nc\n", "a\nc\n"), std::nullopt);
}

TEST(MergeLines, TwoInsertionsAtOnePlaceDoNotMerge) {
  EXPECT_EQ(MergeLines("a\nb\n", "a\nx\nb\n", "a\ny\nb\n"), std::nullopt);
  EXPECT_EQ(MergeLines("a\nb\n", "a\nx\nb\n", "a\nB\n"), std::nullopt);
}

TEST(MergeLines, OneSideUnchangedGivesTheOther) {
  EXPECT_EQ(MergeLines("a\nb", "a\nb", "c"), "c");
  EXPECT_EQ(MergeLines("", "", "x\n"), "x\n");
}

TEST(MergeLines, KeepsWhetherTheLastLineEnds) {
  EXPECT_EQ(MergeLines("a\nb\nc", "A\nb\nc", "a\nb\nC"), "A\nb\nC");
  EXPECT_EQ(MergeLines("a\nb\nc", "A\nb\nc", "a\nb\nc\n"), "A\nb\nc\n");
}

}  // namespace
}  // namespace pggit
