#include "cli/parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/registry.h"

namespace pggit::cli {
namespace {

using testing::ElementsAre;

UsageError ErrorOf(const std::vector<std::string>& words) {
  try {
    Parse(words);
  } catch (const UsageError& error) {
    return error;
  }
  ADD_FAILURE() << "the line was accepted";
  return UsageError("", "");
}

TEST(Parse, TakesGeneralAndConnectionOptionsBeforeAndAfterTheVerb) {
  const ParsedLine line = Parse({"-h", "db1", "--json", "doctor", "-p", "5433", "-Uann"});
  ASSERT_NE(line.command, nullptr);
  EXPECT_EQ(line.command->name, "doctor");
  EXPECT_EQ(line.arguments.Value("host"), "db1");
  EXPECT_EQ(line.arguments.Value("port"), "5433");
  EXPECT_EQ(line.arguments.Value("username"), "ann");
  EXPECT_TRUE(line.arguments.Has("json"));
}

TEST(Parse, LetsTheOptionAfterTheVerbWin) {
  EXPECT_EQ(Parse({"-d", "one", "doctor", "-d", "two"}).arguments.Value("dbname"), "two");
}

TEST(Parse, KeepsValuesAsTheyAre) {
  for (const std::string value :
       {"[a,b]", "", "-x", "a b", "postgresql://u@h/d?x=1", "k=v", "--"}) {
    EXPECT_EQ(Parse({"doctor", "-d", value}).arguments.Value("dbname"), value) << value;
  }
  EXPECT_EQ(Parse({"doctor", "--dbname=a=b"}).arguments.Value("dbname"), "a=b");
}

TEST(Parse, TreatsHAsHostAndQuestionMarkAsHelp) {
  EXPECT_EQ(Parse({"doctor", "-h", "x"}).arguments.Value("host"), "x");
  EXPECT_TRUE(Parse({"doctor", "-?"}).arguments.Has("help"));
  EXPECT_TRUE(Parse({"doctor", "--help"}).arguments.Has("help"));
}

TEST(Parse, TakesBundledFlags) {
  const ParsedLine line = Parse({"doctor", "-qvd", "shop"});
  EXPECT_TRUE(line.arguments.Has("quiet"));
  EXPECT_TRUE(line.arguments.Has("verbose"));
  EXPECT_EQ(line.arguments.Value("dbname"), "shop");
}

TEST(Parse, LeavesEverythingAfterPsqlToPsql) {
  const ParsedLine line = Parse({"-d", "shop", "psql", "-c", "SELECT 1", "--csv", "init", "--"});
  EXPECT_EQ(line.arguments.Value("dbname"), "shop");
  EXPECT_THAT(line.arguments.All("PSQL-ARGUMENT"),
              ElementsAre("-c", "SELECT 1", "--csv", "init", "--"));
}

TEST(Parse, TakesThePositionalArgument) {
  EXPECT_EQ(Parse({"completion", "bash"}).arguments.Value("SHELL"), "bash");
  EXPECT_EQ(Parse({"help", "--", "doctor"}).arguments.Value("COMMAND"), "doctor");
  EXPECT_STREQ(ErrorOf({"completion", "tcsh"}).what(), "\"tcsh\" is not a value of SHELL");
  EXPECT_STREQ(ErrorOf({"completion", "bash", "zsh"}).what(), "unexpected argument \"zsh\"");
}

TEST(Parse, TakesAPositionalArgumentThatRepeatsAmongOptions) {
  const Arguments arguments = Parse({"tag", "v1", "-m", "why", "HEAD~1"}).arguments;
  EXPECT_THAT(arguments.All("NAME"), ElementsAre("v1", "HEAD~1"));
  EXPECT_EQ(arguments.Value("message"), "why");
  EXPECT_TRUE(Parse({"tag"}).arguments.All("NAME").empty());
}

TEST(Parse, AcceptsALineWithoutAVerb) {
  EXPECT_EQ(Parse({}).command, nullptr);
  EXPECT_TRUE(Parse({"--version"}).arguments.Has("version"));
}

TEST(Parse, SuggestsTheVerbThatWasMeant) {
  const UsageError error = ErrorOf({"dcotor"});
  EXPECT_STREQ(error.what(), "\"dcotor\" is not a pggit command");
  EXPECT_EQ(error.hint(), "The most similar command is \"doctor\".");
  EXPECT_EQ(ExitStatus(error.code()), 2);
}

TEST(Parse, SuggestsTheOptionThatWasMeantBeforeAndAfterTheVerb) {
  EXPECT_EQ(ErrorOf({"doctor", "--jsn"}).hint(), "The most similar option is \"--json\".");
  EXPECT_EQ(ErrorOf({"--jsn", "doctor"}).hint(), "The most similar option is \"--json\".");
  EXPECT_EQ(ErrorOf({"doctor", "-Z"}).hint(), "See \"pggit doctor --help\".");
}

TEST(Parse, NamesTheValuesAnOptionTakes) {
  EXPECT_STREQ(ErrorOf({"doctor", "--color=blue"}).what(), "\"blue\" is not a value of --color");
  EXPECT_EQ(ErrorOf({"doctor", "--color=blue"}).hint(),
            "Values are \"auto\", \"always\" and \"never\".");
  EXPECT_EQ(ErrorOf({"doctor", "--color=alway"}).hint(), "The most similar value is \"always\".");
}

TEST(Parse, RefusesWhatIsMissingOrTooMuch) {
  EXPECT_STREQ(ErrorOf({"doctor", "-h"}).what(), "option \"-h\" needs a value");
  EXPECT_STREQ(ErrorOf({"-h"}).what(), "option \"-h\" needs a value");
  EXPECT_STREQ(ErrorOf({"doctor", "more"}).what(), "unexpected argument \"more\"");
  EXPECT_STREQ(ErrorOf({"doctor", "--quiet=3"}).what(), "option \"--quiet\" takes no value");
  EXPECT_STREQ(ErrorOf({"completion"}).what(), "\"pggit completion\" needs SHELL");
}

TEST(Parse, RefusesConnectionOptionsAfterAVerbThatDoesNotConnect) {
  EXPECT_STREQ(ErrorOf({"help", "--host=x"}).what(),
               "\"--host\" is not an option of \"pggit help\"");
}

TEST(Registry, DescribesEveryVerbInFull) {
  for (const Command& command : Commands()) {
    EXPECT_NE(command.run, nullptr) << command.name;
    EXPECT_FALSE(command.summary.empty()) << command.name;
    EXPECT_FALSE(command.summary.ends_with('.')) << command.name;
    EXPECT_FALSE(command.description.empty()) << command.name;
    EXPECT_FALSE(command.examples.empty()) << command.name;
    EXPECT_GE(ExitsOf(command).size(), 2U) << command.name;
  }
}

TEST(Registry, GivesNoVerbTwoOptionsOfOneName) {
  for (const Command& command : Commands()) {
    std::map<std::string, int> names;
    for (const Option& option : OptionsOf(command)) {
      EXPECT_EQ(names["--" + option.name]++, 0) << command.name << " --" << option.name;
      if (option.letter == 0) continue;
      EXPECT_EQ(names[std::string(1, option.letter)]++, 0) << command.name << " -" << option.letter;
    }
  }
}

}  // namespace
}  // namespace pggit::cli
