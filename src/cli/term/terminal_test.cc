#include "cli/term/terminal.h"

#include <gtest/gtest.h>

#include <map>

#include "cli/term/pager.h"

namespace pggit::cli {
namespace {

Environment World(const std::map<std::string, std::string>& variables) {
  return [variables](const char* name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  };
}

bool Auto(bool is_terminal, const std::map<std::string, std::string>& variables) {
  return DecideColor(ColorMode::kAuto, is_terminal, World(variables));
}

TEST(DecideColor, ColoursATerminalAndNotAPipe) {
  EXPECT_TRUE(Auto(true, {{"TERM", "xterm"}}));
  EXPECT_FALSE(Auto(false, {{"TERM", "xterm"}}));
}

TEST(DecideColor, HeedsNoColorTermAndClicolor) {
  EXPECT_FALSE(Auto(true, {{"TERM", "xterm"}, {"NO_COLOR", "1"}}));
  EXPECT_TRUE(Auto(true, {{"TERM", "xterm"}, {"NO_COLOR", ""}}));
  EXPECT_FALSE(Auto(true, {{"TERM", "dumb"}}));
  EXPECT_FALSE(Auto(true, {}));
  EXPECT_FALSE(Auto(true, {{"TERM", "xterm"}, {"CLICOLOR", "0"}}));
  EXPECT_TRUE(Auto(false, {{"CLICOLOR_FORCE", "1"}}));
  EXPECT_FALSE(Auto(false, {{"CLICOLOR_FORCE", "0"}}));
  EXPECT_FALSE(Auto(true, {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}));
}

TEST(DecideColor, LetsTheOptionDecideAlone) {
  EXPECT_TRUE(DecideColor(ColorMode::kAlways, false, World({{"NO_COLOR", "1"}})));
  EXPECT_FALSE(DecideColor(ColorMode::kNever, true, World({{"CLICOLOR_FORCE", "1"}})));
}

TEST(TerminalWidth, HeedsColumnsWhenItIsANumber) {
  EXPECT_EQ(TerminalWidth(-1, World({{"COLUMNS", "132"}})), 132U);
  EXPECT_EQ(TerminalWidth(-1, World({{"COLUMNS", "wide"}})), 80U);
  EXPECT_EQ(TerminalWidth(-1, World({})), 80U);
  EXPECT_EQ(TerminalWidth(-1, World({{"COLUMNS", "3"}})), 40U);
}

TEST(ChoosePager, PrefersOurOwnVariable) {
  EXPECT_EQ(ChoosePager(World({})), "less");
  EXPECT_EQ(ChoosePager(World({{"PAGER", "more"}})), "more");
  EXPECT_EQ(ChoosePager(World({{"PAGER", "more"}, {"PGGIT_PAGER", "most"}})), "most");
  EXPECT_EQ(ChoosePager(World({{"PAGER", "more"}, {"PGGIT_PAGER", ""}})), "");
  EXPECT_EQ(ChoosePager(World({{"PAGER", "cat"}})), "");
}

}  // namespace
}  // namespace pggit::cli
