#include "core/ddl/sql_script.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace pggit {
namespace {

std::vector<std::string> Sqls(std::string_view script) {
  std::vector<std::string> sqls;
  for (const ScriptStatement& statement : SplitScript(script)) sqls.push_back(statement.sql);
  return sqls;
}

std::string MessageFor(std::string_view script) {
  try {
    (void)SplitScript(script);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(SqlScriptTest, SemicolonsEndStatements) {
  EXPECT_EQ(Sqls("SELECT 1;\n -- ; in a comment\nSELECT ';', $a$;$a$, \";\" /* ; */;;\nSELECT 2"),
            (std::vector<std::string>{"SELECT 1", "SELECT ';', $a$;$a$, \";\"", "SELECT 2"}));
  EXPECT_TRUE(Sqls("").empty());
  EXPECT_EQ(Sqls("\xEF\xBB\xBFSELECT 1"), std::vector<std::string>{"SELECT 1"});
}

TEST(SqlScriptTest, SemicolonsInsideOfStatementsDoNot) {
  const std::string rule = "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)";
  const std::string body =
      "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; "
      "END";
  EXPECT_EQ(Sqls(rule + ";\n" + body + ";\nBEGIN;\nEND;"),
            (std::vector<std::string>{rule, body, "BEGIN", "END"}));
}

TEST(SqlScriptTest, StatementsKnowTheirLine) {
  const auto statements = SplitScript("\n\nSELECT\n1;\n/*\n*/ SELECT 2;");
  ASSERT_EQ(statements.size(), 2U);
  EXPECT_EQ(statements[0].line, 3U);
  EXPECT_EQ(statements[1].line, 6U);
}

TEST(SqlScriptTest, RowsAreLeftOut) {
  EXPECT_EQ(Sqls("\\restrict aB\nCOPY public.t (a) FROM stdin;\nit's; \\N\n\\.\n\nSELECT 1;\n"
                 "COPY t FROM stdin WITH (FORMAT csv);\n\\.\n\\unrestrict aB\n"),
            std::vector<std::string>{"SELECT 1"});
}

TEST(SqlScriptTest, UsesAreTold) {
  const auto use = [](std::string_view sql) { return SplitScript(sql).front().use; };
  EXPECT_EQ(use("BEGIN"), ScriptUse::kBracket);
  EXPECT_EQ(use("COMMIT WORK"), ScriptUse::kBracket);
  EXPECT_EQ(use("SET transaction_timeout = 0"), ScriptUse::kSetting);
  EXPECT_EQ(use("ALTER TABLE public.t OWNER TO alice"), ScriptUse::kOwner);
  EXPECT_EQ(use("CREATE SCHEMA public"), ScriptUse::kPublic);
  EXPECT_EQ(use("CREATE SCHEMA public_two"), ScriptUse::kRun);
  EXPECT_EQ(use("CREATE TABLE t (a integer)"), ScriptUse::kRun);
}

TEST(SqlScriptTest, NothingIsConcurrentInATransaction) {
  EXPECT_EQ(Sqls("CREATE INDEX CONCURRENTLY i ON t (a)"),
            std::vector<std::string>{"CREATE INDEX  i ON t (a)"});
  EXPECT_EQ(Sqls("REFRESH MATERIALIZED VIEW CONCURRENTLY v"),
            std::vector<std::string>{"REFRESH MATERIALIZED VIEW CONCURRENTLY v"});
}

TEST(SqlScriptTest, WhatCannotBeRunIsRefused) {
  EXPECT_EQ(MessageFor("SELECT 1;\n\\connect shop\n"),
            "line 2: the script has a command of psql, \\connect");
  EXPECT_EQ(MessageFor("SELECT 1 \\gexec\n"), "line 1: the script has a command of psql, \\gexec");
  EXPECT_EQ(MessageFor("BEGIN;\nROLLBACK;"), "line 2: the script goes back in a transaction");
  EXPECT_EQ(MessageFor("SELECT 1;\nSELECT 'open"), "line 2: what begins here has no end");
}

}  // namespace
}  // namespace pggit
