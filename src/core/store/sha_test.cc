#include "core/store/sha.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace pggit {
namespace {

TEST(Sha, PrintsAndReadsHexadecimalDigits) {
  const std::string hex = "0123456789abcdef" + std::string(47, '0') + "f";
  const auto sha = ParseSha(hex);
  ASSERT_TRUE(sha);
  EXPECT_EQ(Hex(*sha), hex);
  EXPECT_EQ(sha->Raw().substr(0, 3), "\x01\x23\x45");
  EXPECT_EQ(ShaFromRaw(sha->Raw()), *sha);
  EXPECT_EQ(ParseSha("ABCDEF" + std::string(58, '0')), ParseSha("abcdef" + std::string(58, '0')));
  for (const std::string& bad : {std::string(), std::string(63, '0'), std::string(65, '0'),
                                 std::string(63, '0') + 'g', ' ' + std::string(63, '0')}) {
    EXPECT_FALSE(ParseSha(bad)) << bad;
  }
  EXPECT_THROW((void)ShaFromRaw("x"), InternalError);
}

TEST(Sha, OrdersAsItsDigits) {
  EXPECT_LT(ParseSha("7f" + std::string(62, 'f')), ParseSha("80" + std::string(62, '0')));
  EXPECT_TRUE(Sha{}.IsZero());
}

TEST(RangeOfPrefix, HoldsWhatBeginsSo) {
  const auto range = RangeOfPrefix("abc").value();
  EXPECT_EQ(Hex(range.first), "abc" + std::string(61, '0'));
  EXPECT_EQ(Hex(range.last), "abc" + std::string(61, 'f'));
  const std::string whole(64, '7');
  EXPECT_EQ(RangeOfPrefix(whole)->first, RangeOfPrefix(whole)->last);
  EXPECT_FALSE(RangeOfPrefix(""));
  EXPECT_FALSE(RangeOfPrefix("xyz"));
  EXPECT_FALSE(RangeOfPrefix(whole + '7'));
}

}  // namespace
}  // namespace pggit
