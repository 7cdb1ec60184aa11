#include "core/store/tree_delta.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "core/base/error.h"
#include "core/store/tree.h"

namespace pggit {
namespace {

TEST(TreeDelta, IsTheChangedEntriesInByteOrder) {
  const std::string_view x("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 32);
  const std::string id(x);
  const std::string zero(1, '\0');
  const std::string base = EncodeTree({{Mode::kFile, "a", ShaFromRaw(id)},
                                       {Mode::kFile, "b", ShaFromRaw(id)},
                                       {Mode::kFile, "c", ShaFromRaw(id)}});
  const std::string target = EncodeTree({{Mode::kDirectory, "a", ShaFromRaw(id)},
                                         {Mode::kFile, "c", ShaFromRaw(id)},
                                         {Mode::kFile, "d", ShaFromRaw(id)}});
  const std::string delta = "40000 a" + zero + id + "0 b" + zero + "100644 d" + zero + id;
  EXPECT_EQ(MakeTreeDelta(base, target), delta);
  EXPECT_EQ(ApplyTreeDelta(base, delta), target);
  EXPECT_EQ(MakeTreeDelta(base, base), "");
}

TEST(TreeDelta, OfRandomTreesGivesTheTargetAgain) {
  std::mt19937 random(20260115);
  const std::vector<std::string> names = {"a", "a.b", "a0", "a-", "b", "ab", "B", "ä"};
  const auto tree = [&] {
    Tree entries;
    for (const std::string& name : names) {
      if (random() % 2 == 0) continue;
      Sha sha;
      sha.bytes[0] = static_cast<std::uint8_t>(random() % 2);
      entries.push_back({random() % 2 == 0 ? Mode::kFile : Mode::kDirectory, name, sha});
    }
    return EncodeTree(entries);
  };
  for (int i = 0; i < 2000; ++i) {
    const std::string base = tree();
    const std::string target = tree();
    ASSERT_EQ(ApplyTreeDelta(base, MakeTreeDelta(base, target)), target);
    std::vector<std::string> chain;
    std::string last = base;
    for (int step = 0; step < 3; ++step) {
      const std::string next = tree();
      chain.push_back(MakeTreeDelta(last, next));
      last = next;
    }
    ASSERT_EQ(ApplyTreeDeltas(base, chain), last);
  }
}

TEST(TreeDelta, RefusesWhatDoesNotFit) {
  const std::string zero(1, '\0');
  const std::string id(Sha::kBytes, 'x');
  const std::string base = "100644 a" + zero + id;
  for (const std::string& delta :
       {"0 b" + zero, base, "0 a" + zero + "0 a" + zero, std::string("0 a"),
        "100644 b" + zero + "x", "0 b" + zero + "0 a" + zero}) {
    EXPECT_THROW((void)ApplyTreeDelta(base, delta), Error) << delta;
  }
  EXPECT_THROW((void)ApplyTreeDelta("0 a" + zero, ""), Error);
}

}  // namespace
}  // namespace pggit
