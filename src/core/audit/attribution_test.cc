#include "core/audit/attribution.h"

#include <gtest/gtest.h>

#include <utility>

namespace pggit {
namespace {

DdlCommand By(std::string who, std::string tag, std::string statement,
              std::vector<std::string> paths) {
  DdlCommand command;
  command.executed_by = std::move(who);
  command.tag = std::move(tag);
  command.statement = std::move(statement);
  command.paths = std::move(paths);
  return command;
}

std::string Explained(const Attribution& attribution, const std::string& path,
                      const std::vector<std::string>& needs = {}) {
  const auto answer = attribution.Of(path, [&] { return needs; });
  return answer ? answer->who + ": " + answer->statement : "unattributed";
}

constexpr char kUsers[] = "public/tables/users.sql";
constexpr char kView[] = "public/views/v.sql";

TEST(Attribution, EverybodyInTheirOrder) {
  const Attribution attribution({By("zoe", "CREATE TABLE", "one", {kUsers}),
                                 By("ann", "CREATE INDEX", "two", {kUsers, kView}),
                                 By("zoe", "COMMENT", "three", {kUsers})});
  EXPECT_EQ(Explained(attribution, kUsers), "zoe, ann: one;\ntwo;\nthree");
  EXPECT_EQ(Explained(attribution, kView), "ann: two");
  EXPECT_EQ(Explained(attribution, "public/tables/user.sql"), "unattributed");
  EXPECT_EQ(Explained(Attribution({}), kUsers), "unattributed");
}

TEST(Attribution, WhatADefinitionNeedsExplainsItWhenItWasAltered) {
  const Attribution attribution({By("ann", "ALTER TABLE", "rename", {kUsers}),
                                 By("bob", "COMMENT", "comment", {"public/tables/other.sql"})});
  EXPECT_EQ(Explained(attribution, kView, {kUsers, "public/tables/other.sql"}), "ann: rename");
  EXPECT_EQ(Explained(attribution, kView, {"public/tables/other.sql"}), "unattributed");
}

TEST(Attribution, ASchemaThatWasRenamedExplainsWhatIsInIt) {
  const Attribution attribution(
      {By("ann", "ALTER SCHEMA", "rename", {"a/schema.sql", "b/schema.sql"}),
       By("bob", "CREATE SCHEMA", "create", {"c/schema.sql"})});
  EXPECT_EQ(Explained(attribution, "a/tables/t.sql"), "ann: rename");
  EXPECT_EQ(Explained(attribution, "b/tables/t.sql"), "ann: rename");
  EXPECT_EQ(Explained(attribution, "c/tables/t.sql"), "unattributed");
}

TEST(Attribution, CommandsWithoutAnObject) {
  const Attribution attribution(
      {By("ann", "ALTER DEFAULT PRIVILEGES", "default", {}), By("bob", "GRANT", "grant", {})});
  EXPECT_EQ(Explained(attribution,
                      "_database/default_privileges/%46^o^r ^r^o^l^e a ^o^n ^t^a^b^l^e^s.sql"),
            "unattributed");
  EXPECT_EQ(Explained(attribution,
                      "_database/default_privileges/^f^o^r ^r^o^l^e a ^o^n ^t^a^b^l^e^s.sql"),
            "ann: default");
  EXPECT_EQ(Explained(attribution, kUsers), "unattributed");
}

}  // namespace
}  // namespace pggit
