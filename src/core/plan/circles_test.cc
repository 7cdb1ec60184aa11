#include "core/plan/circles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pggit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FindCircles, FindsNothingInATree) {
  EXPECT_THAT(FindCircles({{1, 2}, {2}, {}}), IsEmpty());
}

TEST(FindCircles, FindsEachSetThatNeedsItself) {
  EXPECT_THAT(FindCircles({{1}, {2}, {1, 3}, {4}, {3}, {5}, {0}}),
              ElementsAre(ElementsAre(1, 2), ElementsAre(3, 4), ElementsAre(5)));
}

TEST(FindCircles, IsNotDeep) {
  std::vector<std::vector<std::size_t>> needs(200000);
  for (std::size_t i = 0; i < needs.size(); ++i) needs[i] = {(i + 1) % needs.size()};
  const auto circles = FindCircles(needs);
  ASSERT_EQ(circles.size(), 1U);
  EXPECT_EQ(circles[0].size(), needs.size());
}

}  // namespace
}  // namespace pggit
