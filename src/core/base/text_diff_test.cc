#include "core/base/text_diff.h"

#include <gtest/gtest.h>

#include <random>

namespace pggit {
namespace {

using enum LineEdit::Kind;

std::string Side(const std::vector<LineEdit>& edits, LineEdit::Kind not_of) {
  std::string text;
  for (const LineEdit& edit : edits) {
    if (edit.kind != not_of) text += std::string(edit.line) + '\n';
  }
  return text;
}

TEST(DiffLines, RemovesAndAddsNoMoreThanItMust) {
  EXPECT_EQ(DiffLines("a\nb\nc\n", "a\nx\nc\n"),
            (std::vector<LineEdit>{{kSame, "a"}, {kRemoved, "b"}, {kAdded, "x"}, {kSame, "c"}}));
  EXPECT_TRUE(DiffLines("", "").empty());
  EXPECT_EQ(DiffLines("a\n", ""), (std::vector<LineEdit>{{kRemoved, "a"}}));
}

TEST(DiffLines, HoldsBothTextsAndIsShortest) {
  std::mt19937 random(7);
  const auto text = [&] {
    std::string lines;
    for (std::size_t i = random() % 9; i > 0; --i)
      lines += std::string(1, "abc"[random() % 3]) + '\n';
    return lines;
  };
  for (int i = 0; i < 3000; ++i) {
    const std::string a = text();
    const std::string b = text();
    const std::vector<LineEdit> edits = DiffLines(a, b);
    ASSERT_EQ(Side(edits, kAdded), a);
    ASSERT_EQ(Side(edits, kRemoved), b);
    // The longest common subsequence, by its definition.
    const std::size_t n = a.size() / 2;
    const std::size_t m = b.size() / 2;
    std::vector<std::vector<std::size_t>> longest(n + 1, std::vector<std::size_t>(m + 1));
    for (std::size_t x = n; x-- > 0;) {
      for (std::size_t y = m; y-- > 0;) {
        longest[x][y] = a[2 * x] == b[2 * y] ? longest[x + 1][y + 1] + 1
                                             : std::max(longest[x + 1][y], longest[x][y + 1]);
      }
    }
    ASSERT_EQ(edits.size(), n + m - longest[0][0]);
  }
}

TEST(DiffLines, OfTextsWithLittleInCommonStillHoldsBoth) {
  std::string a;
  std::string b;
  for (int i = 0; i < 3000; ++i) {
    a += "a" + std::to_string(i) + '\n';
    b += "b" + std::to_string(i) + '\n';
  }
  const std::vector<LineEdit> edits = DiffLines(a, b);
  EXPECT_EQ(Side(edits, kAdded), a);
  EXPECT_EQ(Side(edits, kRemoved), b);
}

TEST(UnifiedDiff, IsWhatGitPrints) {
  EXPECT_EQ(UnifiedDiff("d/f", {true, "1\n2\n3\n4\n5\n6\n7\n8\n9\n"},
                        {true, "1\n2\n3\n4\nx\n6\n7\n8\n9\n"}),
            "diff --git a/d/f b/d/f\n--- a/d/f\n+++ b/d/f\n"
            "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
  EXPECT_EQ(UnifiedDiff("a b", {}, {true, "1\n"}),
            "diff --git a/a b b/a b\nnew file mode 100644\n--- /dev/null\n+++ b/a b\t\n"
            "@@ -0,0 +1 @@\n+1\n");
  EXPECT_EQ(UnifiedDiff("f", {true, "1\n2\n"}, {}),
            "diff --git a/f b/f\ndeleted file mode 100644\n--- a/f\n+++ /dev/null\n"
            "@@ -1,2 +0,0 @@\n-1\n-2\n");
  EXPECT_EQ(UnifiedDiff("f", {true, "1\n"}, {true, "1"}),
            "diff --git a/f b/f\n--- a/f\n+++ b/f\n"
            "@@ -1 +1 @@\n-1\n+1\n\\ No newline at end of file\n");
  EXPECT_EQ(UnifiedDiff("f", {true, "1\n"}, {true, "1\n"}), "");
}

TEST(RenamedDiff, GivesTheNewPathAndWhatDiffers) {
  EXPECT_EQ(RenamedDiff("a.sql", "b.sql", "x\n", "x\n"),
            "diff --git a/a.sql b/b.sql\nrename from a.sql\nrename to b.sql\n");
  EXPECT_EQ(RenamedDiff("a.sql", "b c.sql", "x\n", "y\n"),
            "diff --git a/a.sql b/b c.sql\nrename from a.sql\nrename to b c.sql\n--- a/a.sql\n"
            "+++ b/b c.sql\t\n@@ -1 +1 @@\n-x\n+y\n");
}

}  // namespace
}  // namespace pggit
