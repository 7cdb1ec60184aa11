#include "core/history/blame.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "core/base/error.h"
#include "core/store/memory_store.h"
#include "core/store/paths.h"

namespace pggit {
namespace {

constexpr char kPath[] = "public/tables/t.sql";

// A history of one table, in which each commit says its columns.
class BlameTest : public testing::Test, public CommitSource {
 protected:
  std::optional<CommitLinks> Links(const Sha& sha) override {
    const Commit commit = store_.ReadCommit(sha);
    CommitLinks links{commit.parents, 1, 0};
    for (const Sha& parent : commit.parents) {
      links.generation = std::max(links.generation, Links(parent)->generation + 1);
    }
    return links;
  }

  Sha CommitText(const std::string& message, const std::vector<Sha>& parents,
                 const std::string& definition) {
    Commit commit;
    commit.tree =
        WriteTrees(store_, {{kPath, {Mode::kFile, store_.Write(ObjectType::kBlob, definition)}}});
    commit.parents = parents;
    commit.message = message + '\n';
    return store_.Write(ObjectType::kCommit, EncodeCommit(commit));
  }

  Sha CommitTable(const std::string& message, const std::vector<Sha>& parents,
                  const std::vector<std::string>& columns) {
    std::string text = "-- TABLE public.t\nCREATE TABLE public.t (";
    for (const std::string& column : columns) {
      text += (&column == columns.data() ? "\n    " : ",\n    ") + column;
    }
    return CommitText(message, parents, text + "\n);\n");
  }

  std::map<std::string, std::string> BlamedOn(const Sha& commit) {
    CommitGraph graph(*this);
    std::map<std::string, std::string> blamed;
    for (const auto& [part, sha] : Blame(graph, store_, commit, kPath, Changed())) {
      const std::string name =
          part.line > 0 ? std::to_string(part.line) + part.text : part.element.name;
      blamed[name] = Subject(store_.ReadCommit(sha).message);
    }
    return blamed;
  }

  std::function<bool(const Sha&)> Changed() {
    return [this](const Sha& sha) {
      const Commit commit = store_.ReadCommit(sha);
      return commit.parents.empty() || commit.tree != store_.ReadCommit(commit.parents[0]).tree;
    };
  }

  MemoryStore store_;
};

using Blamed = std::map<std::string, std::string>;

TEST_F(BlameTest, NamesTheCommitThatMadeEachColumnWhatItIs) {
  const Sha one = CommitTable("one", {}, {"a integer", "b integer"});
  const Sha two = CommitTable("two", {one}, {"a integer", "b bigint", "c text"});
  const Sha three = CommitTable("three", {two}, {"a integer", "b bigint", "c text", "d text"});
  EXPECT_EQ(BlamedOn(three),
            (Blamed{{"", "one"}, {"a", "one"}, {"b", "two"}, {"c", "two"}, {"d", "three"}}));
}

TEST_F(BlameTest, AColumnThatOnlyMovedKeepsItsCommit) {
  const Sha one = CommitTable("one", {}, {"a integer", "b integer"});
  const Sha two = CommitTable("two", {one}, {"b integer", "a integer"});
  EXPECT_EQ(BlamedOn(two), (Blamed{{"", "one"}, {"a", "one"}, {"b", "one"}}));
}

TEST_F(BlameTest, LooksThroughAMergeToTheSideThatMadeAPart) {
  const Sha base = CommitTable("base", {}, {"a integer"});
  const Sha left = CommitTable("left", {base}, {"a integer", "l text"});
  const Sha right = CommitTable("right", {base}, {"a integer", "r text"});
  const Sha merge =
      CommitTable("merge", {left, right}, {"a integer", "l text", "r text", "m text"});
  EXPECT_EQ(BlamedOn(merge),
            (Blamed{{"", "base"}, {"a", "base"}, {"l", "left"}, {"r", "right"}, {"m", "merge"}}));
}

TEST_F(BlameTest, APartThatCameBackIsBlamedOnItsReturn) {
  const Sha one = CommitTable("one", {}, {"a integer", "b integer"});
  const Sha two = CommitTable("two", {one}, {"a integer"});
  const Sha three = CommitTable("three", {two}, {"a integer", "b integer"});
  EXPECT_EQ(BlamedOn(three), (Blamed{{"", "one"}, {"a", "one"}, {"b", "three"}}));
}

TEST_F(BlameTest, GoesByLinesInAStatementOfSeveral) {
  const std::string head = "-- TYPE public.mood\nCREATE TYPE public.mood AS ENUM (\n";
  const Sha one = CommitText("one", {}, head + "    'sad',\n    'happy'\n);\n");
  const Sha two =
      CommitText("two", {one}, head + "    'sad',\n    'ok',\n    'happy',\n    'mad'\n);\n");
  EXPECT_EQ(BlamedOn(two), (Blamed{{"1CREATE TYPE public.mood AS ENUM (", "one"},
                                   {"2    'sad'", "one"},
                                   {"3    'ok'", "two"},
                                   {"4    'happy'", "one"},
                                   {"5    'mad'", "two"},
                                   {"6)", "one"}}));
}

TEST_F(BlameTest, WhatIsNotThereCannotBeBlamed) {
  const Sha one = CommitTable("one", {}, {"a integer"});
  CommitGraph graph(*this);
  EXPECT_THROW(Blame(graph, store_, one, "public/tables/u.sql", Changed()), Error);
}

}  // namespace
}  // namespace pggit
