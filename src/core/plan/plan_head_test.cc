#include "core/plan/plan_head.h"

#include <gtest/gtest.h>

#include "core/ddl/document.h"

namespace pggit {
namespace {

PlanHead Head() {
  return {.from = std::string(64, 'a'), .to = std::string(64, '0'), .steps = 12, .owners = true};
}

Schema Table(const std::string& columns) {
  return ParseDocument("-- TABLE public.t\nCREATE TABLE public.t (\n" + columns + "\n);\n");
}

TEST(PlanHead, IsReadBackAsItWasWritten) {
  const std::string script = HeadedScript(Head(), {});
  EXPECT_TRUE(script.starts_with("-- pggit plan 1, steps 12, with owners, from aaaa"));
  EXPECT_EQ(ParseHead(script), Head());
  EXPECT_EQ(ParseHead(script.substr(0, script.size() - 1) + "\r\n"), Head());
}

TEST(PlanHead, WhatIsNoHeadIsNone) {
  const std::string script = HeadedScript(Head(), {});
  EXPECT_EQ(ParseHead(""), std::nullopt);
  EXPECT_EQ(ParseHead("BEGIN;\n"), std::nullopt);
  EXPECT_EQ(ParseHead(script.substr(0, 100)), std::nullopt);
  EXPECT_EQ(ParseHead("-- pggit plan 2" + script.substr(15)), std::nullopt);
}

TEST(PlanHead, TheIdOfAStateDoesNotDependOnTheOrderOfColumns) {
  const std::string one = StateId(Table("    a integer,\n    b text"));
  EXPECT_EQ(one, StateId(Table("    b text,\n    a integer")));
  EXPECT_NE(one, StateId(Table("    a integer,\n    b date")));
}

TEST(PlanHead, LossesAreThoseThatTheScriptLists) {
  EXPECT_EQ(LossesOf("-- x\n-- THIS SCRIPT DESTROYS DATA:\n--   one\n--   two\n\nBEGIN;\n"),
            (std::vector<std::string>{"one", "two"}));
  EXPECT_TRUE(LossesOf("BEGIN;\n-- THIS SCRIPT DESTROYS DATA:\n--   one\n").empty());
}

}  // namespace
}  // namespace pggit
