#include "core/base/identifier.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

TEST(QuoteIdentifier, LeavesPlainNamesAlone) {
  EXPECT_EQ(QuoteIdentifier("users"), "users");
  EXPECT_EQ(QuoteIdentifier("_a1"), "_a1");
  EXPECT_EQ(QuoteIdentifier("name"), "name");  // an unreserved keyword
}

TEST(QuoteIdentifier, QuotesWhatSqlWouldMisread) {
  EXPECT_EQ(QuoteIdentifier("Users"), "\"Users\"");
  EXPECT_EQ(QuoteIdentifier("a b"), "\"a b\"");
  EXPECT_EQ(QuoteIdentifier("a$b"), "\"a$b\"");
  EXPECT_EQ(QuoteIdentifier("1st"), "\"1st\"");
  EXPECT_EQ(QuoteIdentifier(""), "\"\"");
  EXPECT_EQ(QuoteIdentifier("say \"hi\""), "\"say \"\"hi\"\"\"");
  EXPECT_EQ(QuoteIdentifier("größe"), "\"größe\"");
}

TEST(QuoteIdentifier, QuotesKeywordsOfEveryMajor) {
  EXPECT_EQ(QuoteIdentifier("select"), "\"select\"");
  EXPECT_EQ(QuoteIdentifier("between"), "\"between\"");
  EXPECT_EQ(QuoteIdentifier("json_table"), "\"json_table\"");    // since 17
  EXPECT_EQ(QuoteIdentifier("system_user"), "\"system_user\"");  // since 16
}

TEST(QuoteQualified, QuotesEachPart) {
  EXPECT_EQ(QuoteQualified("public", "users"), "public.users");
  EXPECT_EQ(QuoteQualified("my schema", "Order"), "\"my schema\".\"Order\"");
  EXPECT_EQ(QuoteQualified("", "users"), "users");
}

TEST(QuoteLiteral, DoublesQuotesAndEscapesBackslashes) {
  EXPECT_EQ(QuoteLiteral("it's"), "'it''s'");
  EXPECT_EQ(QuoteLiteral("C:\\x'"), "E'C:\\\\x'''");
  EXPECT_EQ(QuoteLiteral(""), "''");
}

}  // namespace
}  // namespace pggit
