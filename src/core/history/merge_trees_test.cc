#include "core/history/merge_trees.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/store/overlay_store.h"

namespace pggit {
namespace {

using Files = std::map<std::string, std::string>;

std::string TableText(const std::string& name, const std::vector<std::string>& columns) {
  std::string text = "-- TABLE public." + name + "\nCREATE TABLE public." + name + " (";
  for (const std::string& column : columns) {
    text += (&column == columns.data() ? "\n    " : ",\n    ") + column;
  }
  return text + "\n);\n";
}

constexpr char kT[] = "public/tables/t.sql";
constexpr char kU[] = "public/tables/u.sql";
constexpr char kV[] = "public/views/v.sql";
constexpr char kViewOfU[] =
    "-- VIEW public.v\n"
    "-- needs TABLE public.u: column a\n"
    "-- returns a integer\n"
    "CREATE VIEW public.v AS\n"
    "SELECT u.a\n"
    "   FROM public.u;\n";

class MergeTreesTest : public testing::Test, public CommitSource {
 protected:
  std::optional<CommitLinks> Links(const Sha& sha) override {
    const Commit commit = store_.ReadCommit(sha);
    CommitLinks links{commit.parents, 1, 0};
    for (const Sha& parent : commit.parents) {
      links.generation = std::max(links.generation, Links(parent)->generation + 1);
    }
    return links;
  }

  Sha Tree(const Files& files) {
    Paths paths;
    for (const auto& [path, text] : files) {
      paths[path] = {Mode::kFile, store_.Write(ObjectType::kBlob, text)};
    }
    return WriteTrees(store_, paths);
  }

  Sha CommitFiles(const std::vector<Sha>& parents, const Files& files) {
    Commit commit;
    commit.tree = Tree(files);
    commit.parents = parents;
    commit.message = std::to_string(++commits_) + '\n';
    return store_.Write(ObjectType::kCommit, EncodeCommit(commit));
  }

  Files FilesOf(const Sha& tree) {
    Files files;
    for (const auto& [path, entry] : ReadPaths(store_, tree)) {
      files[path] = store_.Read(entry.sha, ObjectType::kBlob);
    }
    return files;
  }

  Files Merged(const Sha& ours, const TreeMerge& merge) {
    return FilesOf(UpdateTrees(store_, ours, merge.Changes()));
  }

  MemoryStore store_;
  int commits_ = 0;
};

TEST_F(MergeTreesTest, TakesFilesOfBothSidesAndMergesDefinitions) {
  const Sha base = Tree({{kT, TableText("t", {"a integer"})}, {kU, TableText("u", {"a integer"})}});
  const Sha ours =
      Tree({{kT, TableText("t", {"a integer", "b text"})}, {kU, TableText("u", {"a integer"})}});
  const Sha theirs = Tree({{kT, TableText("t", {"a integer", "c text"})},
                           {kV, kViewOfU},
                           {kU, TableText("u", {"a integer", "z text"})}});
  const TreeMerge merge = MergeTrees(store_, base, ours, theirs);
  EXPECT_TRUE(merge.conflicts.empty());
  EXPECT_EQ(Merged(ours, merge), (Files{{kT, TableText("t", {"a integer", "b text", "c text"})},
                                        {kU, TableText("u", {"a integer", "z text"})},
                                        {kV, kViewOfU}}));
}

TEST_F(MergeTreesTest, ConflictsAreValuesAndOursStands) {
  const Sha base = Tree({{kT, TableText("t", {"a integer"})}});
  const Sha ours = Tree({{kT, TableText("t", {"a bigint"})}});
  const Sha theirs = Tree({{kT, TableText("t", {"a text"})}});
  const TreeMerge merge = MergeTrees(store_, base, ours, theirs);
  ASSERT_EQ(merge.conflicts.size(), 1U);
  EXPECT_EQ(merge.conflicts[0].element, (Element{ElementKind::kColumn, "a"}));
  EXPECT_TRUE(merge.paths.at(kT).disputed);
  EXPECT_TRUE(merge.Changes().empty());
  const TreeMerge favoured = MergeTrees(store_, base, ours, theirs, Favour::kTheirs);
  EXPECT_TRUE(favoured.conflicts.empty());
  EXPECT_EQ(Merged(ours, favoured), (Files{{kT, TableText("t", {"a text"})}}));
}

TEST_F(MergeTreesTest, AViewOfADroppedColumnIsAConflict) {
  const Sha base = Tree({{kU, TableText("u", {"a integer", "b text"})}});
  const Sha ours = Tree({{kU, TableText("u", {"b text"})}});
  const Sha theirs = Tree({{kU, TableText("u", {"a integer", "b text"})}, {kV, kViewOfU}});
  const TreeMerge merge = MergeTrees(store_, base, ours, theirs);
  ASSERT_EQ(merge.conflicts.size(), 1U);
  EXPECT_EQ(merge.conflicts[0].type, ConflictType::kDependency);
  EXPECT_TRUE(merge.paths.at(kV).disputed);
}

TEST_F(MergeTreesTest, AViewOfADroppedTableIsAConflict) {
  const Sha base = Tree({{kT, TableText("t", {"a integer"})}, {kU, TableText("u", {"a integer"})}});
  const Sha ours = Tree({{kT, TableText("t", {"a integer"})}});
  const Sha theirs = Tree(
      {{kT, TableText("t", {"a integer"})}, {kU, TableText("u", {"a integer"})}, {kV, kViewOfU}});
  EXPECT_EQ(MergeTrees(store_, base, ours, theirs).conflicts.size(), 1U);
  EXPECT_EQ(MergeTrees(store_, base, theirs, ours).conflicts.size(), 1U);
}

TEST_F(MergeTreesTest, AnIndexOnADroppedColumnIsAConflictWhoeverIsFavoured) {
  const std::string index = "CREATE INDEX t_b ON public.t USING btree (b);\n";
  const std::string whole = TableText("t", {"a integer", "b text"});
  const Sha base = Tree({{kT, whole}});
  const Sha dropped = Tree({{kT, TableText("t", {"a integer"})}});
  const Sha indexed = Tree({{kT, whole + "\n" + index}});
  for (const Favour favour : {Favour::kNobody, Favour::kOurs, Favour::kTheirs}) {
    const TreeMerge merge = MergeTrees(store_, base, dropped, indexed, favour);
    ASSERT_EQ(merge.conflicts.size(), 1U);
    EXPECT_EQ(merge.conflicts[0].type, ConflictType::kDependency);
    EXPECT_EQ(merge.conflicts[0].element, (Element{ElementKind::kIndex, "t_b"}));
    EXPECT_EQ(merge.conflicts[0].about[0].theirs, "column b");
    EXPECT_EQ(MergeTrees(store_, base, indexed, dropped, favour).conflicts.size(), 1U);
  }
}

TEST_F(MergeTreesTest, PartsThatSpeakOfOtherColumnsAreNoConflict) {
  const std::string index = "CREATE INDEX t_a ON public.t USING btree (a);\n";
  const std::string whole = TableText("t", {"a integer", "b text"});
  const Sha base = Tree({{kT, whole}});
  const Sha dropped = Tree({{kT, TableText("t", {"a integer"})}});
  const Sha indexed = Tree({{kT, whole + "\n" + index}});
  EXPECT_TRUE(MergeTrees(store_, base, dropped, indexed).conflicts.empty());
}

TEST_F(MergeTreesTest, OtherFilesMergeByLines) {
  const Sha base = Tree({{".pggit/ignore", "a\nb\n"}});
  const Sha ours = Tree({{".pggit/ignore", "a\nb\nc\n"}});
  const Sha theirs = Tree({{".pggit/ignore", "b\n"}});
  const TreeMerge merge = MergeTrees(store_, base, ours, theirs);
  EXPECT_TRUE(merge.conflicts.empty());
  EXPECT_EQ(Merged(ours, merge), (Files{{".pggit/ignore", "b\nc\n"}}));
  EXPECT_EQ(MergeTrees(store_, base, ours, Tree({{".pggit/ignore", "a\nb\nd\n"}})).conflicts.size(),
            1U);
}

TEST_F(MergeTreesTest, HistoriesThatCrossedStartFromTheMergeOfTheirBases) {
  // Two branches merged each other: of a and b neither is the one base.
  const Sha root = CommitFiles({}, {{kT, TableText("t", {"a integer", "b integer"})}});
  const Sha left = CommitFiles({root}, {{kT, TableText("t", {"a bigint", "b integer"})}});
  const Sha right = CommitFiles({root}, {{kT, TableText("t", {"a integer", "b bigint"})}});
  const Files both = {{kT, TableText("t", {"a bigint", "b bigint"})}};
  const Sha ours = CommitFiles({left, right}, both);
  const Sha theirs = CommitFiles({right, left}, both);
  CommitGraph graph(*this);
  const auto base = MergeBaseTree(graph, store_, ours, theirs);
  ASSERT_TRUE(base);
  EXPECT_EQ(FilesOf(*base), both);
}

TEST_F(MergeTreesTest, WhatBasesDisagreeOnIsAsTheirAncestorHadIt) {
  const Sha root = CommitFiles({}, {{kT, TableText("t", {"a integer"})}});
  const Sha left = CommitFiles({root}, {{kT, TableText("t", {"a bigint"})}});
  const Sha right = CommitFiles({root}, {{kT, TableText("t", {"a text"})}});
  const Sha ours = CommitFiles({left, right}, {{kT, TableText("t", {"a bigint"})}});
  const Sha theirs = CommitFiles({right, left}, {{kT, TableText("t", {"a text"})}});
  CommitGraph graph(*this);
  const auto base = MergeBaseTree(graph, store_, ours, theirs);
  ASSERT_TRUE(base);
  EXPECT_EQ(FilesOf(*base), (Files{{kT, TableText("t", {"a integer"})}}));
  EXPECT_EQ(MergeTrees(store_, base, store_.ReadCommit(ours).tree, store_.ReadCommit(theirs).tree)
                .conflicts.size(),
            1U);
}

TEST_F(MergeTreesTest, UnrelatedHistoriesHaveNoBase) {
  const Sha one = CommitFiles({}, {{kT, TableText("t", {"a integer"})}});
  const Sha two = CommitFiles({}, {{kU, TableText("u", {"a integer"})}});
  CommitGraph graph(*this);
  EXPECT_EQ(MergeBaseTree(graph, store_, one, two), std::nullopt);
}

TEST_F(MergeTreesTest, AnOverlayKeepsWhatIsMergedFromTheStore) {
  const Sha base = Tree({{kT, TableText("t", {"a integer"})}});
  const Sha ours = Tree({{kT, TableText("t", {"a integer", "b text"})}});
  const Sha theirs = Tree({{kT, TableText("t", {"a integer", "c text"})}});
  const std::size_t before = store_.objects().size();
  OverlayStore overlay(store_);
  const Sha merged = UpdateTrees(overlay, ours, MergeTrees(overlay, base, ours, theirs).Changes());
  EXPECT_EQ(store_.objects().size(), before);
  EXPECT_TRUE(overlay.Find(merged));
  EXPECT_FALSE(store_.Find(merged));
}

}  // namespace
}  // namespace pggit
