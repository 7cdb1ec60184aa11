#pragma once

#include <cstddef>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

namespace pggit {

/// The nodes in an order in which each comes after what it needs; among those that could come next,
/// the one of the lowest phase, then of the lowest index. When circles are in the way, those on
/// circles and behind them are missing. A node has members `phase` and `needs`.
template <class Node>
std::vector<std::size_t> OrderByNeeds(const std::vector<Node>& nodes) {
  std::vector<std::vector<std::size_t>> needed_by(nodes.size());
  std::vector<std::size_t> waits_for(nodes.size());
  using Ready = std::pair<decltype(Node::phase), std::size_t>;
  std::priority_queue<Ready, std::vector<Ready>, std::greater<>> ready;
  for (std::size_t node = 0; node < nodes.size(); ++node) {
    for (const std::size_t other : nodes[node].needs) needed_by[other].push_back(node);
    waits_for[node] = nodes[node].needs.size();
    if (waits_for[node] == 0) ready.emplace(nodes[node].phase, node);
  }
  std::vector<std::size_t> order;
  order.reserve(nodes.size());
  while (!ready.empty()) {
    const std::size_t node = ready.top().second;
    ready.pop();
    order.push_back(node);
    for (const std::size_t other : needed_by[node]) {
      if (--waits_for[other] == 0) ready.emplace(nodes[other].phase, other);
    }
  }
  return order;
}

}  // namespace pggit
