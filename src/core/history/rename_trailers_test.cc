#include "core/history/rename_trailers.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

using Lines = std::vector<std::string>;

TEST(RenameTrailers, StandInAParagraphOfTheirOwn) {
  EXPECT_EQ(WithRenames("mail is email\n", {"column public.t.a=b", "table public.t=u"}),
            "mail is email\n\nRenamed: column public.t.a=b\nRenamed: table public.t=u\n");
  EXPECT_EQ(WithRenames("x\n\nFixes: it all\n", {"table a=b"}),
            "x\n\nFixes: it all\nRenamed: table a=b\n");
  EXPECT_EQ(WithRenames("x\n\nSee: this.\nAnd more.\n", {"table a=b"}),
            "x\n\nSee: this.\nAnd more.\n\nRenamed: table a=b\n");
}

TEST(RenameTrailers, AreReadBackAndNotToldTwice) {
  const std::string message = WithRenames("x\n", {"table a=b"});
  EXPECT_EQ(RenamesOfMessage(message), Lines{"table a=b"});
  EXPECT_EQ(WithRenames(message, {"table a=b"}), message);
  EXPECT_EQ(WithRenames("x\n", {}), "x\n");
  EXPECT_EQ(WithRenames("x\n", {"table \"a\nb\"=b"}), "x\n");
}

}  // namespace
}  // namespace pggit
