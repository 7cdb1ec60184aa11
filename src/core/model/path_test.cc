#include "core/model/path.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <vector>

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
  EXPECT_EQ(TablePath("büro", "日本"), "büro/tables/日本.sql");
}

TEST(PathOf, EscapesWhatAFileSystemOrGitWouldNotCarry) {
  EXPECT_EQ(TablePath("a/b", "..\n"), "a%2fb/tables/%2e.%0a.sql");
  EXPECT_EQ(TablePath("s", ".git"), "s/tables/%2egit.sql");
  EXPECT_EQ(TablePath("trailing ", "100%"), "trailing%20/tables/100%25.sql");
  EXPECT_EQ(TablePath("end.", " begin"), "end%2e/tables/%20begin.sql");
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

TEST(PathOf, NamesNoDeviceOfWindows) {
  EXPECT_EQ(TablePath("nul", "con"), "%6eul/tables/%63on.sql");
  EXPECT_EQ(TablePath("com1", "aux.x"), "%63om1/tables/%61ux.x.sql");
  EXPECT_EQ(TablePath("lpt9", "prn  .x"), "%6cpt9/tables/%70rn  .x.sql");
  EXPECT_EQ(TablePath("NUL", "com\u00b9"), "^n^u^l/tables/com%c2%b9.sql");
  EXPECT_EQ(TablePath("console", "com10"), "console/tables/com10.sql");
}

TEST(PathOf, TellsNamesApartThatDifferInCaseOrCompositionBeyondAscii) {
  EXPECT_EQ(TablePath("s", "öl"), "s/tables/öl.sql");
  EXPECT_EQ(TablePath("s", "Öl"), "s/tables/%c3%96l.sql");
  EXPECT_EQ(TablePath("s", "o\u0308l"), "s/tables/o%cc%88l.sql");
  EXPECT_EQ(TablePath("s", "straße"), "s/tables/stra%c3%9fe.sql");
  EXPECT_EQ(TablePath("s", "σς"), "s/tables/σ%cf%82.sql");
  EXPECT_EQ(TablePath("s", "ı"), "s/tables/%c4%b1.sql");
  EXPECT_EQ(TablePath("s", ".\u200cgit"), "s/tables/%2e%e2%80%8cgit.sql");
  EXPECT_EQ(TablePath("s", "日本カ한"), "s/tables/日本カ한.sql");
}

TEST(PathOf, EscapesWhatIsNoText) {
  EXPECT_EQ(TablePath("s", "\xff\xc3"), "s/tables/%ff%c3.sql");
  EXPECT_EQ(TablePath("s", "\xe0\x83\xa4"), "s/tables/%e0%83%a4.sql");  // Longer than needed.
}

TEST(FromPath, TellsTheObject) {
  EXPECT_EQ(FromPath("public/tables/^users.sql"), (ObjectId{Kind::kTable, "public", "Users", ""}));
  EXPECT_EQ(FromPath("a%2fb/schema.sql"), (ObjectId{Kind::kSchema, "", "a/b", ""}));
  EXPECT_EQ(FromPath("s/schemas/schema.sql"), std::nullopt);
  EXPECT_EQ(FromPath("_database/casts/(a ^a^s b).sql"),
            (ObjectId{Kind::kCast, "", "", "(a AS b)"}));
  EXPECT_EQ(FromPath("s/functions/f(a)(b,c).sql"),
            (ObjectId{Kind::kFunction, "s", "f(a)", "(b,c)"}));
  EXPECT_EQ(FromPath("s/operator_classes/c ^u^s^i^n^g x ^u^s^i^n^g btree.sql"),
            (ObjectId{Kind::kOperatorClass, "s", "c USING x", " USING btree"}));
}

TEST(FromPath, KnowsNothingOfOtherPaths) {
  for (const char* path : {"",
                           "schema.sql",
                           "/schema.sql",
                           "s/schema",
                           "s/tables/.sql",
                           "s/tables/Users.sql",
                           "s/tables/a/b.sql",
                           "s/tables/%41.sql",
                           "s/tables/%6.sql",
                           "s/tables/%2E.sql",
                           "s/tables/^.sql",
                           "s/tables/nul.sql",
                           "s/tables/ö\u0308.sql",
                           "s/nothing/x.sql",
                           "s/functions/f.sql",
                           "s/functions/(integer).sql",
                           "s/extensions/citext.sql",
                           "_database/tables/t.sql",
                           "_database/schemas/s.sql",
                           "_database/schema.sql",
                           "_database/casts/.sql",
                           ".pggit/format"}) {
    EXPECT_EQ(FromPath(path), std::nullopt) << path;
  }
  EXPECT_EQ(FromPath(TablePath("s", std::string(300, 'x'))), std::nullopt);
}

// Every character alone, in the places that make a difference.
TEST(FromPath, InvertsPathOfForEveryCharacter) {
  std::set<std::string> paths;
  const auto utf8 = [](char32_t c) {
    const auto tail = [&](unsigned shift) { return static_cast<char>(0x80 | (c >> shift & 0x3F)); };
    if (c < 0x80) return std::string{static_cast<char>(c)};
    if (c < 0x800) return std::string{static_cast<char>(0xC0 | c >> 6U), tail(0)};
    if (c < 0x10000) return std::string{static_cast<char>(0xE0 | c >> 12U), tail(6), tail(0)};
    return std::string{static_cast<char>(0xF0 | c >> 18U), tail(12), tail(6), tail(0)};
  };
  std::size_t count = 0;
  for (char32_t c = 1; c < 0x20000; ++c) {
    const ObjectId id{Kind::kTable, "s" + utf8(c), utf8(c) + "x" + utf8(c), ""};
    const std::string path = PathOf(id);
    ASSERT_EQ(FromPath(path), id) << path;
    paths.insert(path);
    ++count;
  }
  EXPECT_EQ(paths.size(), count);
}

// Names made of what is special somewhere, for every kind.
TEST(FromPath, InvertsPathOfForHostileNames) {
  const std::vector<std::string> parts = {
      "con", ".",       " ",  "/",         "\"",     "(",    ")",    ",",  " USING ",
      "~",   "^",       "%",  "%2e",       "A",      "a",    "nul",  "ß",  "Ä",
      "é",   "e\u0301", "\n", "_database", "schema", ".sql", "\xff", "日", "\\"};
  const std::vector<std::string> types = {"integer", "s.\"a(b\"", "\"x\"\")\".y", "text[]"};
  std::mt19937 random(20260115);
  const auto pick = [&](const std::vector<std::string>& from) {
    return from[random() % from.size()];
  };
  const auto name = [&] {
    std::string text;
    for (auto left = 1 + random() % 6; left > 0; --left) text += pick(parts);
    return text;
  };
  for (int i = 0; i < 20000; ++i) {
    ObjectId id{static_cast<Kind>(random() % kKindCount), "", name(), ""};
    if (KindHasSchema(id.kind)) id.schema = name();
    if (KindIsNamedBySignature(id.kind)) {
      id.signature = std::move(id.name);
      id.name.clear();
    } else if (id.kind == Kind::kOperatorClass || id.kind == Kind::kOperatorFamily) {
      id.signature = " USING \"a USING \"\"b\"";
    } else if (id.kind == Kind::kFunction || id.kind == Kind::kProcedure ||
               id.kind == Kind::kAggregate || id.kind == Kind::kOperator) {
      id.signature = '(' + pick(types) + ',' + pick(types) + ')';
    }
    const std::string path = PathOf(id);
    ASSERT_EQ(FromPath(path), id) << path;
  }
}

}  // namespace
}  // namespace pggit
