#include "core/model/ignore.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

bool Out(std::string_view rules, std::string_view path) {
  return IgnoreRules(rules).Matches(path);
}

TEST(Ignore, NothingIsOutWithoutRules) {
  EXPECT_FALSE(Out("", "public/tables/users.sql"));
  EXPECT_FALSE(Out("\n# a word\n   \n", "public/tables/users.sql"));
}

TEST(Ignore, ANameMeansWhateverBearsIt) {
  EXPECT_TRUE(Out("staging", "staging/tables/users.sql"));
  EXPECT_TRUE(Out("tables", "public/tables/users.sql"));
  EXPECT_TRUE(Out("tmp_*", "public/tables/tmp_1.sql"));
  EXPECT_FALSE(Out("tmp_*", "public/tables/my_tmp_1.sql"));
  EXPECT_FALSE(Out("stag", "staging/tables/users.sql"));
}

TEST(Ignore, TheEndingOfADefinitionMayBeLeftOut) {
  EXPECT_TRUE(Out("users", "public/tables/users.sql"));
  EXPECT_TRUE(Out("/public/tables/users", "public/tables/users.sql"));
  EXPECT_TRUE(Out("users.sql", "public/tables/users.sql"));
  EXPECT_FALSE(Out("users.sq", "public/tables/users.sql"));
}

TEST(Ignore, APathIsHeldAgainstTheWhole) {
  EXPECT_TRUE(Out("public/tables/*.sql", "public/tables/users.sql"));
  EXPECT_FALSE(Out("tables/*.sql", "public/tables/users.sql"));
  EXPECT_TRUE(Out("/public", "public/tables/users.sql"));
  EXPECT_FALSE(Out("/tables", "public/tables/users.sql"));
  EXPECT_FALSE(Out("public/*.sql", "public/tables/users.sql"));
}

TEST(Ignore, TwoStarsAreAnyDirectories) {
  EXPECT_TRUE(Out("**/users.sql", "public/tables/users.sql"));
  EXPECT_TRUE(Out("**/users.sql", "users.sql"));
  EXPECT_TRUE(Out("public/**", "public/tables/users.sql"));
  EXPECT_TRUE(Out("public/**/users.sql", "public/tables/users.sql"));
  EXPECT_TRUE(Out("public/**/users.sql", "public/users.sql"));
  EXPECT_FALSE(Out("app/**", "public/tables/users.sql"));
}

TEST(Ignore, ASlashAtTheEndAsksForADirectory) {
  EXPECT_TRUE(Out("tables/", "public/tables/users.sql"));
  EXPECT_FALSE(Out("users.sql/", "public/tables/users.sql"));
}

TEST(Ignore, TheLastRuleDecides) {
  EXPECT_FALSE(Out("tmp_*\n!tmp_keep", "public/tables/tmp_keep.sql"));
  EXPECT_TRUE(Out("!tmp_keep\ntmp_*", "public/tables/tmp_keep.sql"));
}

TEST(Ignore, WhatLiesInADirectoryThatIsOutIsNotTakenBack) {
  EXPECT_TRUE(Out("staging\n!users.sql", "staging/tables/users.sql"));
}

TEST(Ignore, CharactersMayBeListedAndEscaped) {
  EXPECT_TRUE(Out("log_[0-9]", "public/tables/log_7.sql"));
  EXPECT_FALSE(Out("log_[!0-9]", "public/tables/log_7.sql"));
  EXPECT_TRUE(Out("log_[]x]", "public/tables/log_].sql"));
  EXPECT_TRUE(Out("log_?", "public/tables/log_7.sql"));
  EXPECT_TRUE(Out("\\#x", "public/tables/#x.sql"));
  EXPECT_TRUE(Out("\\!x", "public/tables/!x.sql"));
  EXPECT_TRUE(Out("a\\*b", "public/tables/a*b.sql"));
  EXPECT_FALSE(Out("a\\*b", "public/tables/aab.sql"));
  EXPECT_FALSE(Out("log_[0", "public/tables/log_0.sql"));
}

TEST(Ignore, ManyStarsTakeNoTime) {
  std::string stars;
  std::string directories;
  for (int i = 0; i < 40; ++i) stars += "*a", directories += "**/a/";
  std::string path;
  for (int i = 0; i < 200; ++i) path += "a/";
  EXPECT_FALSE(Out(stars + "b", std::string(200, 'a')));
  EXPECT_FALSE(Out(directories + "b", path + "a"));
  EXPECT_TRUE(Out(directories + "b", path + "b"));
}

}  // namespace
}  // namespace pggit
