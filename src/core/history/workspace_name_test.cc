#include "core/history/workspace_name.h"

#include <set>

#include <gtest/gtest.h>

namespace pggit {
namespace {

std::string Name(std::string_view branch, std::string_view schema) {
  return WorkspaceSchemaName(branch, schema, [](const std::string&) { return false; });
}

TEST(WorkspaceName, IsPlainWhereTheNamesAre) {
  EXPECT_EQ(Name("feature", "public"), "pggit_branch_feature");
  EXPECT_EQ(Name("feature", "sales"), "pggit_branch_feature_sales");
}

TEST(WorkspaceName, NeedsNoQuotesAndFits) {
  for (const std::string& branch : {std::string("feature/x"), std::string("We're \"x\".y"),
                                    std::string("\xc3\xa4pfel"), std::string(255, 'b')}) {
    const std::string name = Name(branch, "public");
    EXPECT_LE(name.size(), 63U);
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"), std::string::npos);
    EXPECT_TRUE(name.starts_with("pggit_branch_"));
  }
}

TEST(WorkspaceName, TellsApartWhatLooksAlike) {
  EXPECT_NE(Name("feature/x", "public"), Name("feature-x", "public"));
  EXPECT_NE(Name("X", "public"), Name("x", "public"));
  EXPECT_NE(Name(std::string(100, 'b'), "public"), Name(std::string(101, 'b'), "public"));
}

TEST(WorkspaceName, IsNeverTaken) {
  std::set<std::string> taken;
  for (int i = 0; i < 5; ++i) {
    const std::string name = WorkspaceSchemaName(
        "a", "b", [&](const std::string& other) { return taken.contains(other); });
    EXPECT_TRUE(taken.insert(name).second);
  }
}

}  // namespace
}  // namespace pggit
