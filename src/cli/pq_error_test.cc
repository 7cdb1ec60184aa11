#include "cli/pq_error.h"

#include <gtest/gtest.h>

namespace pggit::cli {
namespace {

TEST(ExitStatusOfSqlState, TellsKindsOfFailureApart) {
  EXPECT_EQ(ExitStatusOfSqlState("VC001"), 1);
  EXPECT_EQ(ExitStatusOfSqlState("VC004"), 2);
  EXPECT_EQ(ExitStatusOfSqlState("22023"), 2);
  EXPECT_EQ(ExitStatusOfSqlState("08001"), 3);
  EXPECT_EQ(ExitStatusOfSqlState("08006"), 3);
  EXPECT_EQ(ExitStatusOfSqlState("57P01"), 3);
  EXPECT_EQ(ExitStatusOfSqlState("57014"), 2);
  EXPECT_EQ(ExitStatusOfSqlState("42501"), 4);
  EXPECT_EQ(ExitStatusOfSqlState("28000"), 4);
  EXPECT_EQ(ExitStatusOfSqlState("28P01"), 4);
  EXPECT_EQ(ExitStatusOfSqlState("VC007"), 5);
  EXPECT_EQ(ExitStatusOfSqlState(""), 2);
}

TEST(ReportOfFailedConnection, FindsTheServersSqlState) {
  const ServerReport report = ReportOfFailedConnection(
      "connection to server at \"db\" (10.0.0.1), port 5432 failed: FATAL:  28P01: password "
      "authentication failed for user \"ann\"\nLOCATION:  auth_failed, auth.c:338\n");
  EXPECT_EQ(report.sqlstate, "28P01");
  EXPECT_EQ(report.message, "cannot connect to the database");
  EXPECT_EQ(report.detail,
            "connection to server at \"db\" (10.0.0.1), port 5432 failed: FATAL:  password "
            "authentication failed for user \"ann\"");
  EXPECT_FALSE(report.hint.empty());
}

TEST(ReportOfFailedConnection, KeepsEveryLineOfEveryHostTried) {
  const ServerReport report = ReportOfFailedConnection(
      "connection to server at \"a\", port 5432 failed: Connection refused\n"
      "\tIs the server running on that host and accepting TCP/IP connections?\n"
      "connection to server at \"b\", port 5432 failed: Connection refused\n");
  EXPECT_EQ(report.sqlstate, "08001");
  EXPECT_EQ(report.detail,
            "connection to server at \"a\", port 5432 failed: Connection refused\n"
            "  Is the server running on that host and accepting TCP/IP connections?\n"
            "connection to server at \"b\", port 5432 failed: Connection refused");
}

TEST(ReportOfFailedConnection, CountsAMissingPasswordAsNotAuthorised) {
  EXPECT_EQ(ReportOfFailedConnection("fe_sendauth: no password supplied\n").sqlstate, "28P01");
}

TEST(ReportOfFailedConnection, TakesNoOtherWordForASqlState) {
  EXPECT_EQ(ReportOfFailedConnection("FATAL:  HELLO world: x\n").sqlstate, "08001");
  EXPECT_EQ(ReportOfFailedConnection("FATAL:  short").sqlstate, "08001");
  EXPECT_EQ(ReportOfFailedConnection("").detail, "");
}

}  // namespace
}  // namespace pggit::cli
