#include "cli/suggest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pggit::cli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(EditDistance, CountsAddedDroppedChangedAndSwappedLetters) {
  EXPECT_EQ(EditDistance("merge", "merge"), 0U);
  EXPECT_EQ(EditDistance("mege", "merge"), 1U);
  EXPECT_EQ(EditDistance("merrge", "merge"), 1U);
  EXPECT_EQ(EditDistance("murge", "merge"), 1U);
  EXPECT_EQ(EditDistance("megre", "merge"), 1U);
  EXPECT_EQ(EditDistance("", "log"), 3U);
  EXPECT_EQ(EditDistance("log", ""), 3U);
}

TEST(Nearest, OffersTheNearestOnly) {
  EXPECT_THAT(Nearest("dcotor", {"init", "doctor", "version"}), ElementsAre("doctor"));
  EXPECT_THAT(Nearest("vesrion", {"init", "doctor", "version"}), ElementsAre("version"));
}

TEST(Nearest, OffersAllThatAreEquallyNear) {
  EXPECT_THAT(Nearest("co", {"commit", "config", "log"}), ElementsAre("commit", "config"));
}

TEST(Nearest, OffersNothingForWhatIsFarFromEverything) {
  EXPECT_THAT(Nearest("xyzzy", {"init", "doctor"}), IsEmpty());
  EXPECT_THAT(Nearest("xx", {"a", "it"}), IsEmpty());
  EXPECT_THAT(Nearest("", {"init"}), IsEmpty());
}

TEST(DidYouMean, IsOneSentence) {
  EXPECT_EQ(DidYouMean("command", "dcotor", {"doctor", "init"}),
            "The most similar command is \"doctor\".");
  EXPECT_EQ(DidYouMean("command", "co", {"commit", "config", "completion"}),
            "The most similar commands are \"commit\", \"config\" and \"completion\".");
  EXPECT_EQ(DidYouMean("command", "xyzzy", {"doctor"}), "");
}

}  // namespace
}  // namespace pggit::cli
