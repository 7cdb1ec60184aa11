#include "cli/term/progress.h"

#include <gtest/gtest.h>

namespace pggit::cli {
namespace {

TEST(ProgressLine, FillsWithTheShareDone) {
  const Style plain;
  EXPECT_EQ(ProgressLine("Reading", 0, 4, 80, plain), "Reading  ........................    0%");
  EXPECT_EQ(ProgressLine("Reading", 1, 4, 80, plain), "Reading  ######..................   25%");
  EXPECT_EQ(ProgressLine("Reading", 4, 4, 80, plain), "Reading  ########################  100%");
}

TEST(ProgressLine, FitsANarrowTerminal) {
  const Style plain;
  EXPECT_EQ(ProgressLine("Reading", 1, 2, 20, plain), "Reading  ##...   50%");
  EXPECT_EQ(ProgressLine("Reading the catalog", 1, 2, 10, plain), "Reading th");
}

TEST(ProgressLine, DrawsBlocksWhereTheyCanBeShown) {
  EXPECT_EQ(ProgressLine("Reading", 1, 2, 17, {.color = false, .utf8 = true}), "Reading  █░   50%");
}

}  // namespace
}  // namespace pggit::cli
