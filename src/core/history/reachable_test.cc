// What is reached, held against reading everything whole.

#include "core/history/reachable.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "core/base/error.h"
#include "core/store/memory_store.h"
#include "core/store/tag.h"
#include "core/store/tree_delta.h"

namespace pggit {
namespace {

struct World : ReachableSource {
  MemoryStore& Objects() override { return store; }

  StoredTree Form(const Sha& tree) override {
    ++forms;
    std::string content = store.Read(tree, ObjectType::kTree);
    const auto base = bases.find(tree);
    if (base == bases.end()) return {std::nullopt, std::move(content)};
    return {base->second, MakeTreeDelta(store.Read(base->second, ObjectType::kTree), content)};
  }

  Sha Blob(int number) { return store.Write(ObjectType::kBlob, std::to_string(number)); }

  Sha CommitOf(const Sha& tree, const std::vector<Sha>& parents) {
    Commit commit;
    commit.tree = tree;
    commit.parents = parents;
    commit.author = commit.committer = {"a", "a@b", static_cast<std::int64_t>(++commits), "+0000"};
    commit.message = "m\n";
    return store.Write(ObjectType::kCommit, EncodeCommit(commit));
  }

  MemoryStore store;
  std::map<Sha, Sha> bases;
  int commits = 0;
  int forms = 0;
};

std::set<Sha> ReadWhole(MemoryStore& store, const Sha& root) {
  std::set<Sha> reached;
  std::vector<Sha> waiting = {root};
  while (!waiting.empty()) {
    const Sha sha = waiting.back();
    waiting.pop_back();
    if (!reached.insert(sha).second) continue;
    const StoredObject object = store.Find(sha).value();
    if (object.type == ObjectType::kCommit) {
      const Commit commit = DecodeCommit(object.content);
      waiting.push_back(commit.tree);
      waiting.insert(waiting.end(), commit.parents.begin(), commit.parents.end());
    } else if (object.type == ObjectType::kTree) {
      for (const TreeEntry& entry : DecodeTree(object.content)) waiting.push_back(entry.sha);
    } else if (object.type == ObjectType::kTag) {
      waiting.push_back(DecodeTag(object.content).object);
    }
  }
  return reached;
}

TEST(Reachable, IsWhatReadingEverythingFinds) {
  std::mt19937 random(20240607);
  for (int round = 0; round < 30; ++round) {
    World world;
    std::vector<Sha> directories;
    std::vector<Sha> commits;
    for (int i = 0; i < 40; ++i) {
      Tree tree;
      for (int name = 0; name < 6; ++name) {
        if (random() % 4 == 0) continue;
        tree.push_back(
            {Mode::kFile, "f" + std::to_string(name), world.Blob(static_cast<int>(random() % 50))});
      }
      const Sha directory = world.store.WriteTree(tree, std::nullopt);
      // Stored as a difference from any of those before, reachable or not.
      if (!directories.empty() && !world.bases.contains(directory) && random() % 4 != 0) {
        const Sha base = directories[random() % directories.size()];
        if (base != directory && std::ranges::find(directories, directory) == directories.end()) {
          world.bases.emplace(directory, base);
        }
      }
      directories.push_back(directory);
      const Sha root = world.store.WriteTree({{Mode::kDirectory, "d", directory}}, std::nullopt);
      std::vector<Sha> parents;
      if (!commits.empty() && random() % 5 != 0) {
        parents.push_back(commits[random() % commits.size()]);
      }
      commits.push_back(world.CommitOf(root, parents));
    }
    const Sha start = commits[random() % commits.size()];
    Reachable reachable(world);
    reachable.Add(start);
    const std::set<Sha> expected = ReadWhole(world.store, start);
    for (const auto& [sha, object] : world.store.objects()) {
      EXPECT_EQ(reachable.Contains(sha), expected.contains(sha)) << Hex(sha);
    }
    EXPECT_EQ(reachable.size(), expected.size());
  }
}

TEST(Reachable, FollowsTagsAndLeavesOutSubmodules) {
  World world;
  const Sha file = world.Blob(1);
  const Sha elsewhere = HashObject(ObjectType::kBlob, "elsewhere");
  const Sha tree = world.store.WriteTree(
      {{Mode::kFile, "f", file}, {Mode::kSubmodule, "s", elsewhere}}, std::nullopt);
  const Sha commit = world.CommitOf(tree, {});
  Tag tag;
  tag.object = commit;
  tag.name = "v";
  tag.tagger = Signature{"a", "a@b", 1, "+0000"};
  tag.message = "m\n";
  const Sha sha = world.store.Write(ObjectType::kTag, EncodeTag(tag));
  Reachable reachable(world);
  reachable.Add(sha);
  EXPECT_EQ(reachable.size(), 4U);
  EXPECT_TRUE(reachable.Contains(file));
  EXPECT_FALSE(reachable.Contains(elsewhere));
}

TEST(Reachable, SaysWhatIsMissing) {
  World world;
  Reachable reachable(world);
  EXPECT_THROW(reachable.Add(HashObject(ObjectType::kBlob, "gone")), Error);
  const Sha commit =
      world.CommitOf(HashObject(ObjectType::kTree, ""), {HashObject(ObjectType::kCommit, "gone")});
  EXPECT_THROW(reachable.Add(commit), Error);
}

}  // namespace
}  // namespace pggit
