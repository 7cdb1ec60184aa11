#include "core/plan/circles.h"

#include <algorithm>

namespace pggit {
namespace {

// Tarjan's algorithm with a stack of its own: chains of needs can be as long as the schema.
class CircleFinder {
 public:
  explicit CircleFinder(const std::vector<std::vector<std::size_t>>& needs)
      : needs_(needs), index_(needs.size()), low_(needs.size()), open_(needs.size()) {}

  std::vector<std::vector<std::size_t>> Find() {
    for (std::size_t node = 0; node < needs_.size(); ++node) {
      if (index_[node] == 0) VisitFrom(node);
    }
    std::sort(circles_.begin(), circles_.end());
    return std::move(circles_);
  }

 private:
  struct Frame {
    std::size_t node;
    std::size_t next;  // Which of its needs comes next.
  };

  void Enter(std::size_t node) {
    index_[node] = low_[node] = ++count_;
    open_[node] = true;
    path_.push_back(node);
    frames_.push_back({node, 0});
  }

  void VisitFrom(std::size_t start) {
    Enter(start);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      const std::size_t node = frame.node;
      if (frame.next < needs_[node].size()) {
        const std::size_t other = needs_[node][frame.next++];
        if (index_[other] == 0) {
          Enter(other);
        } else if (open_[other]) {
          low_[node] = std::min(low_[node], index_[other]);
        }
        continue;
      }
      frames_.pop_back();
      if (!frames_.empty()) {
        std::size_t& low = low_[frames_.back().node];
        low = std::min(low, low_[node]);
      }
      if (low_[node] == index_[node]) Close(node);
    }
  }

  // Everything on the path from `node` on needs each other.
  void Close(std::size_t node) {
    const auto begin = std::find(path_.rbegin(), path_.rend(), node).base() - 1;
    std::vector<std::size_t> circle(begin, path_.end());
    path_.erase(begin, path_.end());
    for (const std::size_t member : circle) open_[member] = false;
    const bool alone = circle.size() == 1 && std::find(needs_[node].begin(), needs_[node].end(),
                                                       node) == needs_[node].end();
    if (alone) return;
    std::sort(circle.begin(), circle.end());
    circles_.push_back(std::move(circle));
  }

  const std::vector<std::vector<std::size_t>>& needs_;
  std::vector<std::size_t> index_;  // When each was entered; 0 is not yet.
  std::vector<std::size_t> low_;
  std::vector<bool> open_;
  std::vector<std::size_t> path_;
  std::vector<Frame> frames_;
  std::vector<std::vector<std::size_t>> circles_;
  std::size_t count_ = 0;
};

}  // namespace

std::vector<std::vector<std::size_t>> FindCircles(
    const std::vector<std::vector<std::size_t>>& needs) {
  return CircleFinder(needs).Find();
}

}  // namespace pggit
