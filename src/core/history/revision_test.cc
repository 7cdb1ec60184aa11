#include "core/history/revision.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/history/ref_name.h"
#include "core/history/time_words.h"
#include "core/store/memory_store.h"
#include "core/store/paths.h"
#include "core/store/tag.h"

namespace pggit {
namespace {

constexpr std::int64_t kNow = 2000000000;

struct World : RevisionSource {
  std::optional<CommitLinks> Links(const Sha& commit) override {
    if (!store.Find(commit)) return std::nullopt;
    const Commit decoded = store.ReadCommit(commit);
    CommitLinks links{decoded.parents, 1, decoded.committer.seconds};
    for (const Sha& parent : decoded.parents) {
      links.generation = std::max(links.generation, Links(parent)->generation + 1);
    }
    return links;
  }
  std::optional<Sha> Ref(std::string_view name) override {
    const auto found = refs.find(name == "HEAD" ? "refs/heads/main" : std::string(name));
    if (found == refs.end()) return std::nullopt;
    return found->second.back().second;
  }
  std::vector<std::string> RefNames() override {
    std::vector<std::string> names;
    for (const auto& [name, log] : refs) names.push_back(name);
    return names;
  }
  std::string HeadRef() override { return "refs/heads/main"; }
  std::optional<Sha> RefBefore(std::string_view name, std::size_t steps) override {
    const auto& log = refs.at(std::string(name));
    if (steps >= log.size()) return std::nullopt;
    return log[log.size() - 1 - steps].second;
  }
  std::optional<Sha> RefAt(std::string_view name, std::int64_t time) override {
    std::optional<Sha> at;
    for (const auto& [when, sha] : refs.at(std::string(name))) {
      if (when <= time) at = sha;
    }
    return at;
  }
  std::int64_t Now() override { return kNow; }
  std::optional<std::int64_t> ParseTime(std::string_view text) override {
    if (text == "2026-01-15 10:00") return 1768471200;
    return std::nullopt;
  }
  ObjectStore& Objects() override { return store; }

  Sha Add(const std::vector<Sha>& parents, const std::string& message) {
    ++seconds;
    const Sha blob = store.Write(ObjectType::kBlob, message);
    const Signature who{"A", "a@b", seconds, "+0000"};
    return store.Write(
        ObjectType::kCommit,
        EncodeCommit(
            {WriteTrees(store, {{"d/f", {Mode::kFile, blob}}}), parents, who, who, {}, message}));
  }
  void Move(const std::string& ref, const Sha& sha) { refs[ref].emplace_back(seconds, sha); }

  MemoryStore store;
  std::map<std::string, std::vector<std::pair<std::int64_t, Sha>>> refs;
  std::int64_t seconds = 1000;
};

class Revision : public testing::Test {
 protected:
  Revision() {
    root = world.Add({}, "root\n");
    world.Move("refs/heads/main", root);
    second = world.Add({root}, "second thing\n");
    world.Move("refs/heads/main", second);
    side = world.Add({root}, "aside\n");
    world.Move("refs/heads/side", side);
    merge = world.Add({second, side}, "merge\n");
    world.Move("refs/heads/main", merge);
    tag = world.store.Write(ObjectType::kTag,
                            EncodeTag({second, ObjectType::kCommit, "v1", std::nullopt, "v1\n"}));
    world.Move("refs/tags/v1", tag);
    world.Move("refs/remotes/origin/main", root);
  }

  Sha Parse(std::string_view text) { return ParseRevision(world, text); }

  std::string Problem(std::string_view text) {
    try {
      (void)Parse(text);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kUnknownRevision);
      return std::string(error.what()) + "; " + error.detail();
    }
    return "none";
  }

  World world;
  Sha root, second, side, merge, tag;
};

TEST_F(Revision, NamesRefs) {
  for (const char* const name : {"HEAD", "@", "main", "heads/main", "refs/heads/main"}) {
    EXPECT_EQ(Parse(name), merge) << name;
  }
  EXPECT_EQ(Parse("origin/main"), root);
  EXPECT_EQ(Parse("v1"), second);
  EXPECT_EQ(ParseRevision(world, "v1", Wanted::kObject), tag);
}

TEST_F(Revision, NamesIdsAndTheirBeginnings) {
  EXPECT_EQ(Parse(Hex(side)), side);
  EXPECT_EQ(Parse(Hex(side).substr(0, 12)), side);
  EXPECT_EQ(Parse(Hex(tag)), second);
}

TEST_F(Revision, FollowsParents) {
  EXPECT_EQ(Parse("main~"), second);
  EXPECT_EQ(Parse("main^"), second);
  EXPECT_EQ(Parse("main^2"), side);
  EXPECT_EQ(Parse("main~2"), root);
  EXPECT_EQ(Parse("main^2~1"), root);
  EXPECT_EQ(Parse("main^^"), root);
  EXPECT_EQ(Parse("v1~0"), second);
  EXPECT_EQ(Parse("v1^0"), second);
  EXPECT_EQ(Parse("@~1"), second);
}

TEST_F(Revision, FindsWhatIsBehind) {
  const Sha tree = world.store.ReadCommit(merge).tree;
  EXPECT_EQ(ParseRevision(world, "v1^{}", Wanted::kObject), second);
  EXPECT_EQ(ParseRevision(world, "v1^{commit}", Wanted::kObject), second);
  EXPECT_EQ(ParseRevision(world, "v1^{tag}", Wanted::kObject), tag);
  EXPECT_EQ(ParseRevision(world, "v1^{object}", Wanted::kObject), tag);
  EXPECT_EQ(ParseRevision(world, "main^{tree}", Wanted::kObject), tree);
  EXPECT_EQ(ParseRevision(world, "main", Wanted::kTree), tree);
  EXPECT_EQ(ParseRevision(world, "main:", Wanted::kObject), tree);
  EXPECT_EQ(ParseRevision(world, "main:d/f", Wanted::kObject),
            HashObject(ObjectType::kBlob, "merge\n"));
}

TEST_F(Revision, FindsMessages) {
  EXPECT_EQ(Parse(":/second"), second);
  EXPECT_EQ(Parse("main^{/s}"), side);
  EXPECT_EQ(Parse("main^{/second thing}~1"), root);
}

TEST_F(Revision, LooksBack) {
  EXPECT_EQ(Parse("main@{0}"), merge);
  EXPECT_EQ(Parse("@{1}"), second);
  EXPECT_EQ(Parse("HEAD@{2}"), root);
  EXPECT_EQ(Parse("main@{1}~1"), root);
  EXPECT_EQ(Parse("main@{now}"), merge);
  EXPECT_EQ(Parse("main@{2026-01-15 10:00}"), merge);
  EXPECT_NE(Problem("main@{3}").find("does not go back that far"), std::string::npos);
  EXPECT_NE(Problem("main@{2000000000 seconds ago}").find("that far"), std::string::npos);
}

TEST_F(Revision, SaysWhatItDoesNotFind) {
  EXPECT_EQ(Problem("nothing"),
            "revision \"nothing\" does not exist; There are refs/heads/main, refs/heads/side, "
            "refs/remotes/origin/main, refs/tags/v1.");
  for (const std::string& text :
       {std::string(), std::string("main~9"), std::string("main^3"), std::string("main^{blob}"),
        std::string("main^{x}"), std::string("main^{"), std::string("main@{one}"),
        std::string("main:nothing"), std::string("main:d/f"), std::string("abc"),
        std::string("main^x"), std::string(64, '0'), std::string("ma in"), std::string("~1"),
        std::string(":/nothing"), std::string("main~99999999999999999999"),
        std::string("main@{1}@{1}")}) {
    EXPECT_NE(Problem(text), "none") << text;
  }
}

TEST_F(Revision, ListsWhatIsAmbiguous) {
  world.Move("refs/tags/side", root);
  EXPECT_EQ(Problem("side"),
            "revision \"side\" is ambiguous; It may mean refs/tags/side, refs/heads/side.");
  EXPECT_EQ(Parse("heads/side"), side);
  // Blobs until two share four digits; a commit with the same beginning is what is meant.
  std::string digits;
  for (int i = 0; digits.empty(); ++i) {
    const Sha blob = world.store.Write(ObjectType::kBlob, std::to_string(i));
    if (world.store.WithPrefix(Hex(blob).substr(0, 4), 3).size() > 1)
      digits = Hex(blob).substr(0, 4);
  }
  EXPECT_TRUE(
      Problem(digits).starts_with("revision \"" + digits + "\" is ambiguous; It may mean "));
}

TEST_F(Revision, MakesRanges) {
  EXPECT_EQ(ParseRange(world, "main"), (RevisionRange{.include = {merge}, .exclude = {}}));
  EXPECT_EQ(ParseRange(world, "side..main"),
            (RevisionRange{.include = {merge}, .exclude = {side}}));
  EXPECT_EQ(ParseRange(world, "side.."), (RevisionRange{.include = {merge}, .exclude = {side}}));
  EXPECT_EQ(ParseRange(world, "^side"), (RevisionRange{.include = {}, .exclude = {side}}));
  EXPECT_EQ(ParseRange(world, "v1...side"),
            (RevisionRange{.include = {second, side}, .exclude = {root}, .symmetric = true}));
}

TEST(ParseTimeWords, KnowsEverydayOnes) {
  EXPECT_EQ(ParseTimeWords("now", kNow), kNow);
  EXPECT_EQ(ParseTimeWords("yesterday", kNow), kNow - 86400);
  EXPECT_EQ(ParseTimeWords("3 days ago", kNow), kNow - std::int64_t{3} * 86400);
  EXPECT_EQ(ParseTimeWords("1.week.ago", kNow), kNow - std::int64_t{7} * 86400);
  EXPECT_EQ(ParseTimeWords("99999999999 weeks ago", kNow), 0);
  for (const char* const text : {"", "tomorrow", "x days ago", "3 days", "3 moons ago"}) {
    EXPECT_FALSE(ParseTimeWords(text, kNow)) << text;
  }
}

// Each line as `git check-ref-format` 2.39 judges it.
TEST(IsRefName, IsGitsRule) {
  for (const char* const name : {"refs/heads/main", "a/b", "refs/heads/ä", "refs/heads/a.b",
                                 "refs/heads/@", "refs/heads/a@b", "refs/heads/-x", "a/{"}) {
    EXPECT_TRUE(IsRefName(name)) << name;
  }
  for (const char* const name :
       {"main",     "",       "/",     "/a",    "a/",     "a//b", "a/.b", "a/b.lock",
        "a.lock/b", "a/b..c", "a/b.",  "a/b c", "a/b~",   "a/b^", "a/b:", "a/b?",
        "a/b*",     "a/b[",   "a/b\\", "a/@{",  "a/\x7f", "a/\n"}) {
    EXPECT_FALSE(IsRefName(name)) << name;
  }
  EXPECT_FALSE(IsRefName("a/" + std::string(254, 'x')));
  EXPECT_TRUE(IsRefName("a/" + std::string(253, 'x')));
}

TEST(BranchRef, TakesWhatABranchMayBeCalled) {
  EXPECT_EQ(BranchRef("feature/x"), "refs/heads/feature/x");
  EXPECT_EQ(TagRef("v1"), "refs/tags/v1");
  EXPECT_EQ(ShortRefName("refs/heads/feature/x"), "feature/x");
  EXPECT_EQ(ShortRefName("refs/x"), "refs/x");
  for (const char* const name : {"", "-x", "HEAD", "a b", "a..b"}) {
    EXPECT_THROW((void)BranchRef(name), Error) << name;
  }
}

}  // namespace
}  // namespace pggit
