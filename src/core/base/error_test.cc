#include "core/base/error.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

TEST(Error, CarriesMessageDetailAndHint) {
  const Error error(ErrorCode::kUnknownRevision, "revision \"v9\" does not exist", "Tags: v1, v2.",
                    "List tags with pggit.tag().");
  EXPECT_STREQ(error.what(), "revision \"v9\" does not exist");
  EXPECT_EQ(error.detail(), "Tags: v1, v2.");
  EXPECT_EQ(error.hint(), "List tags with pggit.tag().");
}

TEST(Error, EveryCodeHasItsOwnFiveCharacterSqlState) {
  EXPECT_EQ(SqlState(ErrorCode::kConflict), "VC001");
  EXPECT_EQ(SqlState(ErrorCode::kUnsupportedObject), "VC006");
  EXPECT_EQ(SqlState(ErrorCode::kInternal), "XX000");
}

TEST(Error, ExitStatusTellsConnectionAuthorisationAndIntegrityApart) {
  EXPECT_EQ(ExitStatus(ErrorCode::kConflict), 1);
  EXPECT_EQ(ExitStatus(ErrorCode::kInvalidArgument), 2);
  EXPECT_EQ(ExitStatus(ErrorCode::kConnection), 3);
  EXPECT_EQ(ExitStatus(ErrorCode::kPermission), 4);
  EXPECT_EQ(ExitStatus(ErrorCode::kIntegrity), 5);
}

}  // namespace
}  // namespace pggit
