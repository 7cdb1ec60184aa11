#include "core/plan/online_script.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace pggit {
namespace {

using Texts = std::vector<std::string>;

std::string Script(const std::string& body = "") {
  return "-- head\nSET a = 1;\n\n" +
         PartLine({.number = 1, .of = 2, .steps = 3, .end = std::string(64, 'a')}) + "BEGIN;\n" +
         body + "COMMIT;\n\n" +
         PartLine({.number = 2, .of = 2, .steps = 1, .alone = true, .end = std::string(64, 'b')}) +
         "DROP INDEX CONCURRENTLY x.i;\n\n" + std::string(kOnlineEnd) + "RESET a;\n";
}

TEST(OnlineScript, IsTakenApartAndIsWholeAgain) {
  const OnlineScript script = ParseOnlineScript(Script());
  EXPECT_EQ(script.settings, "-- head\nSET a = 1;\n\n");
  ASSERT_EQ(script.parts.size(), 2U);
  EXPECT_EQ(script.parts[0].head.steps, 3U);
  EXPECT_FALSE(script.parts[0].head.alone);
  EXPECT_TRUE(script.parts[1].head.alone);
  EXPECT_EQ(script.parts[1].head.end, std::string(64, 'b'));
  EXPECT_EQ(script.settings + script.parts[0].sql + script.parts[1].sql + script.closing, Script());
}

TEST(OnlineScript, ALineOfABodyThatLooksLikeAPartIsNone) {
  const std::string body =
      PartLine({.number = 7, .of = 9, .steps = 1, .end = std::string(64, 'c')}) +
      std::string(kOnlineEnd);
  EXPECT_EQ(ParseOnlineScript(Script(body)).parts.size(), 2U);
}

TEST(OnlineScript, OfWhichAPartIsMissingIsRefused) {
  const std::string script = Script();
  EXPECT_THROW(ParseOnlineScript(script.substr(0, script.find("-- part 2"))), Error);
  EXPECT_THROW(ParseOnlineScript("-- head\n"), Error);
}

TEST(OnlineScript, StatementsAreSplitWhereTheyEnd) {
  EXPECT_EQ(StatementsOf("-- a; b\nSET x = ';';\n\nDROP INDEX \"a;b\" ;"),
            (Texts{"SET x = ';'", "DROP INDEX \"a;b\""}));
  EXPECT_EQ(StatementsOf("SELECT 1"), Texts{"SELECT 1"});
  EXPECT_EQ(StatementsOf("  -- nothing\n"), Texts{});
}

TEST(OnlineScript, IndexesThatCanBeLeftBehindAreKnown) {
  EXPECT_EQ(
      ConcurrentIndexes("SET a = 1;\nCREATE UNIQUE INDEX CONCURRENTLY \"I i\" ON \"S\".t USING "
                        "btree (a);\nSET a = 2;"),
      Texts{"\"S\".\"I i\""});
  EXPECT_EQ(ConcurrentIndexes("DROP INDEX CONCURRENTLY s.\"on\";"), Texts{"s.\"on\""});
  EXPECT_EQ(ConcurrentIndexes("CREATE INDEX i ON s.t (a)"), Texts{});
}

}  // namespace
}  // namespace pggit
