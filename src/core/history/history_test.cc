// Walks over random histories, held against the definitions of what they promise.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "core/base/error.h"
#include "core/history/bisect.h"
#include "core/history/commit_graph.h"
#include "core/history/rev_list.h"

namespace pggit {
namespace {

struct World : CommitSource {
  std::optional<CommitLinks> Links(const Sha& commit) override {
    const auto found = commits.find(commit);
    if (found == commits.end()) return std::nullopt;
    return found->second;
  }

  Sha Add(const std::vector<Sha>& parents, std::int64_t committed) {
    Sha sha;
    const auto number = commits.size() + 1;
    sha.bytes[0] = static_cast<std::uint8_t>(number * 37 % 256);  // not in order of birth
    sha.bytes[1] = static_cast<std::uint8_t>(number / 256);
    sha.bytes[2] = static_cast<std::uint8_t>(number % 256);
    CommitLinks links{parents, 1, committed};
    std::set<Sha>& reached = reaches[sha];
    reached.insert(sha);
    for (const Sha& parent : parents) {
      links.generation = std::max(links.generation, commits.at(parent).generation + 1);
      reached.insert(reaches.at(parent).begin(), reaches.at(parent).end());
    }
    commits.emplace(sha, links);
    born.push_back(sha);
    return sha;
  }

  // Packs the commits from one that was born on into a layer of its own.
  void Pack(std::size_t from, std::size_t to) {
    std::vector<CommitToPack> layer;
    const auto number = [&](const Sha& sha) -> CommitIndex {
      if (const auto packed = pack.Find(sha, commits.at(sha).generation)) return *packed;
      const auto birth = std::ranges::find(born, sha) - born.begin();
      return 1000000 + static_cast<CommitIndex>(birth);
    };
    for (std::size_t i = from; i < to; ++i) {
      const CommitLinks& links = commits.at(born[i]);
      CommitToPack commit{number(born[i]), born[i], links.generation, links.committed, {}};
      for (const Sha& parent : links.parents) commit.parents.push_back(number(parent));
      layer.push_back(commit);
    }
    const auto first = static_cast<std::uint32_t>(chunks.size());
    for (EncodedChunk& chunk : EncodeLayer(layer, first)) {
      chunks.push_back(
          {first, "", chunk.commits, chunk.first_generation, chunk.first_id, {}, {}, {}});
      encoded.push_back(std::move(chunk));
    }
  }

  PackedGraph* Packed() override { return chunks.empty() ? nullptr : &pack; }

  struct Pack : PackedGraph {
    explicit Pack(World& of) : PackedGraph(of.chunks), world(of) {}
    std::string ReadLinks(std::uint32_t chunk) override { return world.encoded[chunk].links; }
    std::string ReadIds(std::uint32_t chunk) override { return world.encoded[chunk].ids; }
    World& world;
  };

  std::map<Sha, CommitLinks> commits;
  std::map<Sha, std::set<Sha>> reaches;
  std::vector<Sha> born;
  std::vector<PackedChunk> chunks;
  std::vector<EncodedChunk> encoded;
  struct Pack pack {
    *this
  };
};

// Times go up but for a fifth of the commits, whose clock was wrong.
void FillAtRandom(World& world, std::mt19937& random, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    std::vector<Sha> parents;
    std::size_t count = i == 0 || random() % 15 == 0 ? 0 : 1 + (random() % 3 == 0);
    if (count > 0 && random() % 20 == 0) count = 4;
    for (std::size_t p = 0; p < count; ++p) {
      const std::size_t back = 1 + random() % std::min<std::size_t>(i, 8);
      const Sha parent = world.born[i - back];
      if (std::ranges::find(parents, parent) == parents.end()) parents.push_back(parent);
    }
    const auto time = static_cast<std::int64_t>(1000 + 10 * i);
    world.Add(parents, random() % 5 == 0 ? time - static_cast<std::int64_t>(random() % 100) : time);
  }
}

// Nothing of it packed, all, or the beginning in two layers.
void PackSome(World& world, int round) {
  const std::size_t size = world.born.size();
  if (round % 3 == 1) world.Pack(0, size);
  if (round % 3 == 2) {
    world.Pack(0, size / 2);
    world.Pack(size / 2, size * 3 / 4);
  }
}

std::set<Sha> BestCommonAncestors(const World& world, const Sha& a, const Sha& b) {
  std::set<Sha> common;
  std::ranges::set_intersection(world.reaches.at(a), world.reaches.at(b),
                                std::inserter(common, common.end()));
  std::set<Sha> best = common;
  for (const Sha& other : common) {
    for (const Sha& reached : world.reaches.at(other)) {
      if (reached != other) best.erase(reached);
    }
  }
  return best;
}

TEST(CommitGraph, FindsAncestorsAndMergeBasesInRandomHistories) {
  std::mt19937 random(4);
  for (int round = 0; round < 20; ++round) {
    World world;
    FillAtRandom(world, random, 60);
    PackSome(world, round);
    CommitGraph graph(world);
    for (int i = 0; i < 300; ++i) {
      const Sha a = world.born[random() % world.born.size()];
      const Sha b = world.born[random() % world.born.size()];
      ASSERT_EQ(IsAncestor(graph, a, b), world.reaches.at(b).contains(a));
      const std::vector<Sha> bases = MergeBases(graph, a, b);
      ASSERT_EQ(std::set<Sha>(bases.begin(), bases.end()), BestCommonAncestors(world, a, b));
      ASSERT_TRUE(std::ranges::is_sorted(bases, std::greater<>(), [&](const Sha& base) {
        return world.commits.at(base).committed;
      }));
    }
  }
}

TEST(RevList, IsWhatCanBeReachedInTheOrderAskedFor) {
  std::mt19937 random(5);
  for (int round = 0; round < 20; ++round) {
    World world;
    FillAtRandom(world, random, 60);
    PackSome(world, round);
    const auto any = [&] { return world.born[random() % world.born.size()]; };
    for (int i = 0; i < 100; ++i) {
      RevListQuery query{.include = {any(), any()}, .exclude = {any()}};
      std::set<Sha> expected;
      for (const Sha& sha : query.include) {
        expected.insert(world.reaches.at(sha).begin(), world.reaches.at(sha).end());
      }
      for (const Sha& sha : world.reaches.at(query.exclude[0])) expected.erase(sha);
      for (const RevOrder order :
           {RevOrder::kTime, RevOrder::kTimeBelowChildren, RevOrder::kLines}) {
        CommitGraph graph(world);
        query.order = order;
        const std::vector<Sha> list = RevList(graph, query);
        ASSERT_EQ(std::set<Sha>(list.begin(), list.end()), expected);
        ASSERT_EQ(list.size(), expected.size());
        ASSERT_EQ(CountCommits(graph, query), expected.size());
        if (order == RevOrder::kTime) continue;
        std::set<Sha> shown;
        for (const Sha& sha : list) {
          for (const Sha& parent : world.commits.at(sha).parents)
            ASSERT_FALSE(shown.contains(parent));
          shown.insert(sha);
        }
      }
    }
  }
}

TEST(RevList, SkipsLimitsAndFollowsFirstParents) {
  World world;
  const Sha a = world.Add({}, 1);
  const Sha b = world.Add({a}, 2);
  const Sha side = world.Add({a}, 3);
  const Sha merge = world.Add({b, side}, 4);
  CommitGraph graph(world);
  EXPECT_EQ(RevList(graph, {.include = {merge}}), (std::vector{merge, side, b, a}));
  EXPECT_EQ(RevList(graph, {.include = {merge}, .skip = 1, .limit = 2}), (std::vector{side, b}));
  EXPECT_EQ(RevList(graph, {.include = {merge}, .first_parent = true}), (std::vector{merge, b, a}));
  EXPECT_EQ(RevList(graph, {.include = {merge}, .order = RevOrder::kLines, .limit = 2}),
            (std::vector{merge, side}));
  const AheadBehind counts = CountAheadBehind(graph, b, side);
  EXPECT_EQ(counts.ahead, 1u);
  EXPECT_EQ(counts.behind, 1u);
}

TEST(RevList, LooksNoFurtherThanItMust) {
  World world;
  Sha tip = world.Add({}, 0);
  for (int i = 1; i < 1000; ++i) tip = world.Add({tip}, i);
  CommitGraph graph(world);
  EXPECT_EQ(RevList(graph, {.include = {tip}, .limit = 5}).size(), 5u);
  EXPECT_LE(graph.size(), 7u);
}

TEST(PackedGraph, SaysWhatIsMalformed) {
  World world;
  const Sha a = world.Add({}, 1);
  const Sha b = world.Add({a}, -2);
  world.Pack(0, 2);
  const std::string links = world.encoded[0].links;
  EXPECT_EQ(links.size(), 40U);
  for (const auto& [at, byte] : {std::pair<std::size_t, char>{20, '\x70'}, {23, '\x01'}}) {
    world.encoded[0].links[at] = byte;
    world.chunks[0].links.clear();
    CommitGraph graph(world);
    EXPECT_THROW((void)IsAncestor(graph, a, b), Error);
    world.encoded[0].links = links;
  }
  world.chunks[0].links.clear();
  CommitGraph graph(world);
  EXPECT_TRUE(IsAncestor(graph, a, b));
  EXPECT_EQ(graph.Committed(graph.Find(b)), -2);
  world.chunks[0].ids.clear();
  world.encoded[0].ids.pop_back();
  EXPECT_THROW((void)graph.Id(0), Error);
}

TEST(CommitGraph, SaysWhichCommitIsMissing) {
  World world;
  CommitGraph graph(world);
  EXPECT_THROW((void)MergeBases(graph, Sha{}, Sha{}), Error);
}

// Says of each commit that is tested what is so, skipping some, until the search ends.
BisectStep SearchFor(const World& world, CommitGraph& graph, BisectMarks marks, const Sha& culprit,
                     std::mt19937* skips) {
  for (;;) {
    BisectStep step = NextToTest(graph, marks);
    const bool is_test =
        step.kind == BisectStep::Kind::kTesting || step.kind == BisectStep::Kind::kMergeBase;
    if (!is_test) return step;
    const bool is_bad = world.reaches.at(*step.commit).contains(culprit);
    if (skips != nullptr && (*skips)() % 3 == 0) {
      marks.skipped.insert(*step.commit);
    } else if (is_bad) {
      marks.bad = step.commit;
    } else {
      marks.good.push_back(*step.commit);
    }
  }
}

TEST(Bisect, FindsTheFirstBadCommitInRandomHistories) {
  std::mt19937 random(8);
  for (int round = 0; round < 30; ++round) {
    World world;
    FillAtRandom(world, random, 80);
    PackSome(world, round);
    CommitGraph graph(world);
    const Sha culprit = world.born[random() % 60];
    for (const Sha& bad : world.born) {
      const Sha good = world.born[random() % world.born.size()];
      // What comes of the culprit is bad, and nothing else is.
      if (!world.reaches.at(bad).contains(culprit) || world.reaches.at(good).contains(culprit)) {
        continue;
      }
      const BisectMarks marks{.bad = bad, .first_bad = {}, .good = {good}, .skipped = {}};
      if (!world.reaches.at(bad).contains(good)) continue;
      const BisectStep found = SearchFor(world, graph, marks, culprit, nullptr);
      ASSERT_EQ(found.kind, BisectStep::Kind::kFound);
      ASSERT_EQ(found.commit, culprit);
      const BisectStep among = SearchFor(world, graph, marks, culprit, &random);
      if (among.kind == BisectStep::Kind::kFound) {
        ASSERT_EQ(among.commit, culprit);
      } else {
        ASSERT_EQ(among.kind, BisectStep::Kind::kUndecided);
        ASSERT_NE(std::ranges::find(among.suspects, culprit), among.suspects.end());
      }
    }
  }
}

TEST(Bisect, TestsWhatBothRestOnFirst) {
  World world;
  const Sha root = world.Add({}, 1);
  const Sha base = world.Add({root}, 2);
  const Sha good = world.Add({base}, 3);
  const Sha bad = world.Add({base}, 4);
  CommitGraph graph(world);
  EXPECT_EQ(NextToTest(graph, {}).kind, BisectStep::Kind::kWaiting);
  const BisectStep step =
      NextToTest(graph, {.bad = bad, .first_bad = {}, .good = {good}, .skipped = {}});
  EXPECT_EQ(step.kind, BisectStep::Kind::kMergeBase);
  EXPECT_EQ(step.commit, base);
  EXPECT_EQ(
      NextToTest(graph, {.bad = bad, .first_bad = {}, .good = {base, good}, .skipped = {}}).commit,
      bad);
  EXPECT_THROW(NextToTest(graph, {.bad = base, .first_bad = {}, .good = {good}, .skipped = {}}),
               Error);
  EXPECT_THROW(NextToTest(graph, {.bad = bad, .first_bad = {}, .good = {bad}, .skipped = {}}),
               Error);
}

TEST(Bisect, SaysHowManyStepsAreLeftAsGitDoes) {
  EXPECT_EQ(EstimatedSteps(2), 0U);
  EXPECT_EQ(EstimatedSteps(3), 1U);
  EXPECT_EQ(EstimatedSteps(1024), 9U);
}

}  // namespace
}  // namespace pggit
