#include "cli/term/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pggit::cli {
namespace {

using testing::ElementsAre;

TEST(DisplayWidth, CountsColumnsNotBytes) {
  EXPECT_EQ(DisplayWidth(""), 0U);
  EXPECT_EQ(DisplayWidth("users"), 5U);
  EXPECT_EQ(DisplayWidth("größe"), 5U);
  EXPECT_EQ(DisplayWidth("表"), 2U);
  EXPECT_EQ(DisplayWidth("e\u0301"), 1U);
  EXPECT_EQ(DisplayWidth("🐘"), 2U);
}

TEST(DisplayWidth, IgnoresColours) {
  EXPECT_EQ(DisplayWidth("\x1b[31mred\x1b[0m"), 3U);
}

TEST(DisplayWidth, CountsBrokenBytesAsOneColumnEach) {
  EXPECT_EQ(DisplayWidth("a\xff\xfe"), 3U);
  EXPECT_EQ(DisplayWidth("\xe8\xa1"), 2U);
}

TEST(PadRight, FillsToColumns) {
  EXPECT_EQ(PadRight("größe", 7), "größe  ");
  EXPECT_EQ(PadRight("表", 3), "表 ");
  EXPECT_EQ(PadRight("long", 2), "long");
}

TEST(Wrap, BreaksAtSpacesAndKeepsLineBreaks) {
  EXPECT_THAT(Wrap("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(Wrap("one\ntwo", 20), ElementsAre("one", "two"));
  EXPECT_THAT(Wrap("enormously long", 4), ElementsAre("enormously", "long"));
}

TEST(Paragraph, IndentsEveryLine) {
  EXPECT_EQ(Paragraph("one two", 2, 6), "  one\n  two\n");
}

TEST(TwoColumns, AlignsTheSecondAndWrapsItUnderItself) {
  EXPECT_EQ(TwoColumns({{"a", "one two"}, {"bcd", "three"}}, 1, 11),
            " a    one\n"
            "      two\n"
            " bcd  three\n");
}

TEST(TwoColumns, GivesALongFirstEntryItsOwnLine) {
  EXPECT_EQ(TwoColumns({{"a", "one"}, {"longer", "two"}}, 1, 40, 3),
            " a  one\n"
            " longer\n"
            "    two\n");
}

TEST(TwoColumns, LeavesNoBlanksAfterAnEmptySecond) {
  EXPECT_EQ(TwoColumns({{"a", ""}, {"bcd", "x"}}, 0, 40), "a\nbcd  x\n");
}

}  // namespace
}  // namespace pggit::cli
