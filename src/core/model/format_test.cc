#include "core/model/format.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace pggit {
namespace {

TEST(Format, IsFourLines) {
  const Format format{.server_major = 15, .owners = true};
  EXPECT_EQ(RenderFormat(format), "version 1\npostgresql 15\nowners yes\ntablespaces no\n");
  EXPECT_EQ(ParseFormat(RenderFormat(format)), format);
}

TEST(Format, RefusesWhatItDoesNotKnow) {
  EXPECT_THROW(ParseFormat("version 2\n"), Error);
  EXPECT_THROW(ParseFormat("version 1\ncolour blue\n"), Error);
  EXPECT_THROW(ParseFormat("version one\n"), Error);
  EXPECT_THROW(ParseFormat(""), Error);
}

}  // namespace
}  // namespace pggit
