#include "cli/report.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace pggit::cli {
namespace {

const Error kError(ErrorCode::kUnknownRevision, "revision \"v9\" does not exist", "one\ntwo",
                   "List tags.");

TEST(FailureText, HasMessageDetailAndHint) {
  EXPECT_EQ(FailureText(FailureOf(kError, false), false, Style{}),
            "pggit: error: revision \"v9\" does not exist\n"
            "DETAIL:  one\n"
            "         two\n"
            "HINT:  List tags.\n");
}

TEST(FailureText, ShowsTheSqlStateWhenVerbose) {
  EXPECT_TRUE(FailureText(FailureOf(kError, false), true, Style{})
                  .starts_with("pggit: error: VC004: revision"));
}

TEST(FailureOf, TakesTheExitStatusFromTheCodeOrTheSqlState) {
  EXPECT_EQ(FailureOf(kError, false).exit_status, 2);
  EXPECT_EQ(FailureOf(Error(ErrorCode::kIntegrity, "x"), false).exit_status, 5);
  EXPECT_EQ(FailureOf(ServerError({.sqlstate = "42501", .message = "no"}), false).exit_status, 4);
  EXPECT_EQ(FailureOf(std::runtime_error("x"), false).exit_status, 2);
  EXPECT_EQ(FailureOf(std::runtime_error("x"), false).report.sqlstate, "XX000");
}

TEST(FailureOf, TellsBeingKeptOutFromNotBeingAllowedIn) {
  const auto status = [](const char* sqlstate) {
    return FailureOf(ConnectError({.sqlstate = sqlstate, .message = "no"}), false).exit_status;
  };
  EXPECT_EQ(status("08001"), 3);
  EXPECT_EQ(status("3D000"), 3);
  EXPECT_EQ(status("53300"), 3);
  EXPECT_EQ(status("28P01"), 4);
  EXPECT_EQ(status("42501"), 4);
}

TEST(FailureOf, CallsEverythingAfterCtrlCAnInterruption) {
  const Failure failure = FailureOf(kError, true);
  EXPECT_EQ(failure.exit_status, 130);
  EXPECT_EQ(FailureText(failure, false, Style{}), "pggit: interrupted\n");
}

TEST(FailureJson, HasEveryMemberAlways) {
  EXPECT_EQ(Dump(FailureJson(FailureOf(Error(ErrorCode::kConflict, "x"), false))),
            "{\n"
            "  \"exit_status\": 1,\n"
            "  \"sqlstate\": \"VC001\",\n"
            "  \"message\": \"x\",\n"
            "  \"detail\": null,\n"
            "  \"hint\": null,\n"
            "  \"context\": null\n"
            "}");
}

}  // namespace
}  // namespace pggit::cli
