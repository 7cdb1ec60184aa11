#include "core/audit/renames_in_log.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

using Lines = std::vector<std::string>;

DdlCommand Ran(const std::string& statement, const std::string& type, const std::string& identity) {
  DdlCommand command;
  command.statement = statement;
  const std::size_t word = statement.find(' ');
  command.tag = statement.substr(0, word);
  if (command.tag != "COMMENT") {
    command.tag = statement.substr(0, statement.find(' ', word + 1));
  }
  command.touched = {{type, identity}};
  return command;
}

const DdlCommand kRename =
    Ran("ALTER TABLE users RENAME mail TO email", "table column", "public.users.email");

TEST(RenamesInLog, OfEveryKindAreRead) {
  const std::vector<std::pair<DdlCommand, std::string>> cases = {
      {kRename, "column public.users.mail=email"},
      {Ran("ALTER TABLE only users rename column \"a b\" to \"c d\";", "table column",
           "public.users.\"c d\""),
       "column public.users.\"a b\"=\"c d\""},
      {Ran("ALTER TABLE users RENAME CONSTRAINT c TO c2", "table constraint", "c2 on public.users"),
       "constraint public.users.c=c2"},
      {Ran("ALTER TYPE mood RENAME VALUE 'a' TO 'aa'", "type", "public.mood"),
       "value public.mood.a=aa"},
      {Ran("ALTER TYPE addr RENAME ATTRIBUTE street TO road CASCADE", "composite type column",
           "public.addr.road"),
       "attribute public.addr.street=road"},
      {Ran("ALTER FUNCTION f(int, mood) RENAME TO g", "function", "public.g(integer,public.mood)"),
       "function public.f(integer,public.mood)=g"},
      {Ran("ALTER DOMAIN d RENAME TO d2", "type", "public.d2"), "domain public.d=d2"},
      {Ran("ALTER TRIGGER trg ON users RENAME TO trg2", "trigger", "trg2 on public.users"),
       "trigger public.users.trg=trg2"},
      {Ran("ALTER INDEX app.i RENAME TO i2", "index", "app.i2"), "index app.i=i2"},
      {Ran("ALTER TABLE IF EXISTS users RENAME TO \"Peo ple\"", "table", "public.\"Peo ple\""),
       "table public.users=\"Peo ple\""},
      {Ran("ALTER SCHEMA app RENAME TO app2", "schema", "app2"), "schema app=app2"},
  };
  for (const auto& [command, text] : cases) EXPECT_EQ(RenamesIn({command}), Lines{text});
}

TEST(RenamesInLog, WhatIsNoRenameIsNone) {
  EXPECT_TRUE(RenamesIn({Ran("ALTER TABLE users OWNER TO ann", "table", "public.users"),
                         Ran("ALTER TABLE users RENAME x TO y", "table column", "public.users.z"),
                         Ran("SELECT rename('a to b')", "table", "public.b")})
                  .empty());
}

TEST(RenamesInLog, FollowEachOther) {
  EXPECT_EQ(RenamesIn({kRename, Ran("ALTER TABLE users RENAME TO people", "table", "public.people"),
                       Ran("ALTER TABLE people RENAME email TO post", "table column",
                           "public.people.post")}),
            (Lines{"column public.users.mail=email", "table public.users=people",
                   "column public.people.email=post"}));
}

TEST(RenamesInLog, OfWhatWasMadeSinceAreLeftOut) {
  EXPECT_TRUE(
      RenamesIn({Ran("CREATE TABLE users (mail text)", "table", "public.users"), kRename,
                 Ran("ALTER TABLE users RENAME TO people", "table", "public.people"),
                 Ran("ALTER TABLE people RENAME id TO key", "table column", "public.people.key")})
          .empty());
  EXPECT_TRUE(RenamesIn({Ran("ALTER TABLE users DROP mail", "table column", "public.users.mail"),
                         Ran("ALTER TABLE users ADD mail text", "table", "public.users"), kRename})
                  .empty());
}

TEST(RenamesInLog, OfWhatWentSinceAreLeftOut) {
  const DdlCommand drop = Ran("ALTER TABLE users DROP email", "table column", "public.users.email");
  const DdlCommand add = Ran("ALTER TABLE users ADD email text", "table", "public.users");
  EXPECT_TRUE(RenamesIn({kRename, drop, add}).empty());
  EXPECT_TRUE(RenamesIn({kRename, Ran("DROP TABLE users", "table", "public.users")}).empty());
  EXPECT_EQ(RenamesIn({kRename, Ran("COMMENT ON COLUMN users.email IS 'x'", "table column",
                                    "public.users.email")})
                .size(),
            1U);
}

}  // namespace
}  // namespace pggit
