#include "cli/graph.h"

#include <gtest/gtest.h>

namespace pggit::cli {
namespace {

std::string Draw(const std::vector<std::pair<std::string, std::vector<std::string>>>& commits) {
  Graph graph;
  std::string picture = "\n";
  for (const auto& [commit, parents] : commits) {
    const Graph::Rows rows = graph.Next(commit, parents);
    picture += rows.commit + ' ' + commit + '\n';
    for (const std::string& edge : rows.edges) picture += edge + '\n';
  }
  return picture;
}

TEST(Graph, OfOneLineIsALine) {
  EXPECT_EQ(Draw({{"c", {"b"}}, {"b", {"a"}}, {"a", {}}}), R"(
* c
* b
* a
)");
}

TEST(Graph, OpensALaneForAMergeAndJoinsItAtTheBase) {
  EXPECT_EQ(Draw({{"m", {"b", "s"}}, {"s", {"a"}}, {"b", {"a"}}, {"a", {}}}), R"(
* m
|\
| * s
* | b
|/
* a
)");
}

TEST(Graph, DrawsSeveralLanesAndTips) {
  EXPECT_EQ(
      Draw({{"x", {"a"}}, {"y", {"b"}}, {"m", {"b", "a"}}, {"b", {"a"}}, {"a", {}}, {"z", {}}}),
      R"(
* x
| * y
| | * m
| | |\
| |/ /
|_|/
| * b
|/
* a
* z
)");
}

TEST(Graph, DrawsThreeParents) {
  EXPECT_EQ(Draw({{"m", {"a", "b", "c"}}, {"c", {"a"}}, {"b", {}}, {"a", {}}}), R"(
* m
|\
| |\
| | * c
|_|/
| * b
* a
)");
}

TEST(Graph, MovesLanesOverWhenOneEnds) {
  Graph graph;
  EXPECT_EQ(graph.Next("m", {"a", "b"}), (Graph::Rows{"*", {"|\\"}, "| |"}));
  EXPECT_EQ(graph.Next("a", {}), (Graph::Rows{"* |", {" /"}, "|"}));
  EXPECT_EQ(graph.Next("b", {}), (Graph::Rows{"*", {}, ""}));
}

}  // namespace
}  // namespace pggit::cli
