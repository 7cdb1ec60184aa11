#include "core/ddl/blank_secrets.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

TEST(BlankSecrets, OptionsAndPasswords) {
  EXPECT_EQ(
      BlankSecrets("CREATE USER MAPPING FOR joe SERVER s OPTIONS (user 'joe', password 'x''y')"),
      "CREATE USER MAPPING FOR joe SERVER s OPTIONS (user 'joe', password '***')");
  EXPECT_EQ(BlankSecrets("ALTER SERVER s OPTIONS (SET \"PassWord\" E'a\\'b', DROP host)"),
            "ALTER SERVER s OPTIONS (SET \"PassWord\" '***', DROP host)");
  EXPECT_EQ(BlankSecrets("CREATE ROLE r ENCRYPTED PASSWORD $$x$$ -- password 'y'"),
            "CREATE ROLE r ENCRYPTED PASSWORD '***' -- password 'y'");
  EXPECT_EQ(BlankSecrets("ALTER SERVER s OPTIONS (password U&'x', host U&'h')"),
            "ALTER SERVER s OPTIONS (password U&'***', host U&'h')");
  EXPECT_EQ(BlankSecrets("ALTER SERVER s OPTIONS (password 'sec'\n'ret')"),
            "ALTER SERVER s OPTIONS (password '***'\n'***')");
}

TEST(BlankSecrets, ConnectionStrings) {
  EXPECT_EQ(BlankSecrets("CREATE SUBSCRIPTION s CONNECTION 'host=a password=b' PUBLICATION p"),
            "CREATE SUBSCRIPTION s CONNECTION 'host=a' PUBLICATION p");
  EXPECT_EQ(BlankSecrets("ALTER SUBSCRIPTION s CONNECTION 'postgresql://a:b@c/d'"),
            "ALTER SUBSCRIPTION s CONNECTION 'postgresql://a@c/d'");
  EXPECT_EQ(BlankSecrets("ALTER SUBSCRIPTION s CONNECTION $$host=a  user=b$$"),
            "ALTER SUBSCRIPTION s CONNECTION $$host=a  user=b$$");
}

TEST(BlankSecrets, BodiesToo) {
  EXPECT_EQ(BlankSecrets("DO $b$ BEGIN EXECUTE $$CREATE ROLE r PASSWORD 'x'$$; END $b$"),
            "DO $b$ BEGIN EXECUTE $$CREATE ROLE r PASSWORD '***'$$; END $b$");
  EXPECT_EQ(BlankSecrets("DO 'BEGIN ALTER ROLE r PASSWORD ''x''; END'"),
            "DO 'BEGIN ALTER ROLE r PASSWORD ''***''; END'");
}

TEST(BlankSecrets, TheRestStays) {
  for (const char* sql : {"CREATE TABLE t (password text DEFAULT 'x', options text)",
                          "COMMENT ON COLUMN t.password IS 'don''t'",
                          "CREATE TABLE t (key text DEFAULT 'unterminated",
                          "ALTER SERVER s OPTIONS (password_required 'false')", ""}) {
    EXPECT_EQ(BlankSecrets(sql), sql);
  }
}

TEST(BlankSecrets, WhatDoesNotReadAsSql) {
  EXPECT_EQ(BlankSecrets("ALTER ROLE r PASSWORD 'never ends"), "ALTER ROLE r PASSWORD ***");
}

TEST(BlankLiterals, All) {
  EXPECT_EQ(BlankLiterals("SELECT f('x', 1, \"q\", $$y$$)"), "SELECT f('***', 1, \"q\", '***')");
  EXPECT_EQ(BlankLiterals("SELECT f('never ends"), "SELECT f(***");
  EXPECT_EQ(BlankLiterals("SELECT f()"), "SELECT f()");
}

}  // namespace
}  // namespace pggit
