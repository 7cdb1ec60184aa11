#include "core/model/path.h"

#include <gtest/gtest.h>

#include <set>

namespace pggit {
namespace {

std::string TablePath(const std::string& schema, const std::string& name) {
  return PathOf({Kind::kTable, schema, name, ""});
}

TEST(PathOf, IsWhatAPersonExpects) {
  EXPECT_EQ(TablePath("public", "users"), "public/tables/users.sql");
  EXPECT_EQ(PathOf({Kind::kFunction, "public", "f", "(integer)"}),
            "public/functions/f(integer).sql");
  EXPECT_EQ(PathOf({Kind::kSchema, "", "public", ""}), "public/schema.sql");
  EXPECT_EQ(PathOf({Kind::kExtension, "", "citext", ""}), "_database/extensions/citext.sql");
  EXPECT_EQ(TablePath("größe", "日本"), "größe/tables/日本.sql");
}

TEST(PathOf, EscapesWhatAFileSystemOrGitWouldNotCarry) {
  EXPECT_EQ(TablePath("a/b", "..\n"), "a%2fb/tables/%2e.%0a.sql");
  EXPECT_EQ(TablePath("s", ".git"), "s/tables/%2egit.sql");
  EXPECT_EQ(TablePath("trailing ", "100%"), "trailing%20/tables/100%25.sql");
  EXPECT_EQ(PathOf({Kind::kOperator, "public", "<^*", "(a,b)"}),
            "public/operators/%3c%5e%2a(a,b).sql");
}

TEST(PathOf, TellsNamesApartThatDifferInCaseOnly) {
  EXPECT_EQ(TablePath("s", "Users"), "s/tables/^users.sql");
  EXPECT_EQ(TablePath("s", "users"), "s/tables/users.sql");
  EXPECT_EQ(TablePath("s", "^users"), "s/tables/%5eusers.sql");
}

TEST(PathOf, KeepsTheDatabasesOwnDirectory) {
  EXPECT_EQ(TablePath("_database", "t"), "%5fdatabase/tables/t.sql");
}

TEST(PathOf, HashesWhatIsTooLong) {
  const std::string name(63, 'x');
  std::set<std::string> paths;
  for (const std::string tail : {"a", "b", "A"}) {
    std::string signature = "(";
    for (int i = 0; i < 10; ++i) signature += name + ',';
    const std::string path = PathOf({Kind::kFunction, "s", "f", signature + tail + ')'});
    EXPECT_LE(path.size(), std::string("s/functions/").size() + 255);
    EXPECT_NE(path.find('~'), std::string::npos);
    paths.insert(path);
  }
  EXPECT_EQ(paths.size(), 3u);
  std::string wide = "f";
  for (int i = 0; i < 200; ++i) wide += "Ä/Q";
  const std::string path = TablePath("s", wide);
  EXPECT_TRUE(path.ends_with(".sql"));
  EXPECT_LE(path.size(), 255u + 9u);
}

}  // namespace
}  // namespace pggit
