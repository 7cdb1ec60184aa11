#include "core/audit/ddl_command.h"

#include <gtest/gtest.h>

#include <utility>

namespace pggit {
namespace {

DdlCommand Command(std::string tag, std::string statement,
                   std::vector<DdlCommand::Touched> touched = {}) {
  DdlCommand command;
  command.tag = std::move(tag);
  command.statement = std::move(statement);
  command.touched = std::move(touched);
  return command;
}

TEST(DdlCommand, PathsAreSortedAndThereOnce) {
  DdlCommand command;
  command.paths = {"b", "a", "b"};
  command.SortPaths();
  EXPECT_EQ(command.paths, (std::vector<std::string>{"a", "b"}));
}

TEST(DdlCommand, MessageOfOne) {
  EXPECT_EQ(MessageOfCommands({Command("ALTER TABLE", "ALTER TABLE users\n  ADD email text",
                                       {{"default acl", ""}, {"table", "public.users"}})}),
            "ALTER TABLE public.users\n\nALTER TABLE users\n  ADD email text;\n");
}

TEST(DdlCommand, MessageOfSeveral) {
  const DdlCommand one =
      Command("CREATE TABLE", "CREATE TABLE \"a\nb\" ()", {{"table", "\"a\nb\""}});
  const DdlCommand two = Command("GRANT", "GRANT x TO y");
  EXPECT_EQ(MessageOfCommands({one, two}),
            "CREATE TABLE \"a b\" and 1 more command\n\n"
            "CREATE TABLE \"a\nb\" ();\nGRANT x TO y;\n");
  EXPECT_EQ(MessageOfCommands({two, two, two}),
            "GRANT and 2 more commands\n\nGRANT x TO y;\nGRANT x TO y;\nGRANT x TO y;\n");
  EXPECT_EQ(MessageOfCommands({}), "");
}

}  // namespace
}  // namespace pggit
