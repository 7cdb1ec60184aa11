#include "core/store/object_store.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/store/memory_store.h"
#include "core/store/paths.h"

namespace pggit {
namespace {

TEST(MemoryStore, FindsWhatWasWritten) {
  MemoryStore store;
  const Sha hello = store.Write(ObjectType::kBlob, "hello\n");
  EXPECT_EQ(store.Write(ObjectType::kBlob, "hello\n"), hello);
  EXPECT_EQ(store.Find(hello), (StoredObject{ObjectType::kBlob, "hello\n"}));
  EXPECT_FALSE(store.Find(Sha{}));
  EXPECT_EQ(store.WithPrefix("2cf8", 5), std::vector{hello});
  EXPECT_EQ(store.WithPrefix(Hex(hello), 5), std::vector{hello});
  EXPECT_TRUE(store.WithPrefix("2cf9", 5).empty());
  EXPECT_TRUE(store.WithPrefix("2cf8", 0).empty());
}

TEST(ObjectStore, SaysWhatIsMissingOrOfAnotherType) {
  MemoryStore store;
  const Sha hello = store.Write(ObjectType::kBlob, "hello\n");
  try {
    (void)store.Read(hello, ObjectType::kTree);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kIntegrity);
    EXPECT_EQ(std::string(error.what()), "object \"" + Hex(hello) + "\" is a blob, not a tree");
  }
  EXPECT_THROW((void)store.Read(Sha{}, ObjectType::kBlob), Error);
}

TEST(WriteTrees, GivesTheTreesThatGitWouldMake) {
  MemoryStore store;
  const Sha hello = store.Write(ObjectType::kBlob, "hello\n");
  const Paths paths = {{"a.b", {Mode::kFile, hello}},
                       {"a/x", {Mode::kFile, hello}},
                       {"a0", {Mode::kExecutable, hello}}};
  const Sha root = WriteTrees(store, paths);
  EXPECT_EQ(Hex(root), "e2de64662adbb15465244e01e490e7ffbfefbfaae38695e660e54bff1ee15e18");
  EXPECT_EQ(ReadPaths(store, root), paths);
  EXPECT_EQ(FindPath(store, root, "a/x"), (PathEntry{Mode::kFile, hello}));
  EXPECT_EQ(FindPath(store, root, "a")->mode, Mode::kDirectory);
  EXPECT_EQ(FindPath(store, root, "")->sha, root);
  EXPECT_FALSE(FindPath(store, root, "a/x/y"));
  EXPECT_FALSE(FindPath(store, root, "b"));
  EXPECT_EQ(ReadPaths(store, WriteTrees(store, {})), Paths{});
}

TEST(WriteTrees, RefusesPathsThatNoTreeHolds) {
  MemoryStore store;
  for (const Paths& paths :
       {Paths{{"a", {}}, {"a/b", {}}}, Paths{{"/a", {}}}, Paths{{"a//b", {}}}, Paths{{"", {}}},
        Paths{{"a/", {}}}, Paths{{"../a", {}}}, Paths{{".git/config", {}}}}) {
    EXPECT_THROW((void)WriteTrees(store, paths), Error) << paths.begin()->first;
  }
}

TEST(UpdateTrees, IsWritingThemAnewWithTheChangesMade) {
  MemoryStore store;
  const PathEntry x{Mode::kFile, store.Write(ObjectType::kBlob, "x")};
  const PathEntry y{Mode::kFile, store.Write(ObjectType::kBlob, "y")};
  const std::vector<Paths> states = {
      {},
      {{"a/b/c", x}, {"a/d", x}, {"e", x}},
      {{"a/b/c", y}, {"a/d", x}, {"e", x}},
      {{"a/d", x}, {"e", y}},
      {{"a", x}, {"e/f", y}},
      {{"a/d", x}, {"a.b", x}, {"a0/b", y}},
  };
  for (const Paths& before : states) {
    const Sha root = WriteTrees(store, before);
    for (const Paths& after : states) {
      PathChanges changes;
      std::vector<PathDifference> differences;
      for (const auto& [path, entry] : before) changes[path] = std::nullopt;
      for (const auto& [path, entry] : after) changes[path] = entry;
      const Sha expected = WriteTrees(store, after);
      EXPECT_EQ(UpdateTrees(store, root, changes), expected);
      PathChanges found;
      for (const PathDifference& difference : DiffTrees(store, root, expected)) {
        const auto was = before.find(difference.path);
        EXPECT_EQ(difference.before.has_value(), was != before.end());
        found[difference.path] = difference.after;
      }
      EXPECT_EQ(UpdateTrees(store, root, found), expected);
    }
  }
  const Sha root = WriteTrees(store, states[1]);
  EXPECT_THROW((void)UpdateTrees(store, root, {{"e/f", x}}), Error);
  EXPECT_EQ(DiffTrees(store, root, WriteTrees(store, states[2])),
            (std::vector<PathDifference>{{"a/b/c", x, y}}));
}

}  // namespace
}  // namespace pggit
