#include "cli/graph.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace pggit::cli {
namespace {

// The signs of one row: lane i stands at 2i, edges between.
class Row {
 public:
  void Put(std::size_t at, char sign) {
    if (signs_.size() <= at) signs_.resize(at + 1, ' ');
    signs_[at] = sign;
  }
  std::string Take() && {
    signs_.erase(signs_.find_last_not_of(' ') + 1);
    return std::move(signs_);
  }

 private:
  std::string signs_;
};

// A lane opens to the right of lane `from`; those behind it move over.
std::string OpeningRow(std::size_t from, std::size_t lanes) {
  Row row;
  for (std::size_t i = 0; i <= from; ++i) row.Put(2 * i, '|');
  for (std::size_t i = from; i < lanes; ++i) row.Put(2 * i + 1, '\\');
  return std::move(row).Take();
}

// Lane `from` joins lane `to` on its left; those behind it move over.
std::string JoiningRow(std::size_t to, std::size_t from, std::size_t lanes) {
  Row row;
  for (std::size_t i = 0; i < from; ++i) row.Put(2 * i, '|');
  for (std::size_t at = 2 * to + 1; at + 1 < 2 * from; at += 2) row.Put(at, '_');
  for (std::size_t i = from; i < lanes; ++i) row.Put(2 * i - 1, '/');
  return std::move(row).Take();
}

// The first lane that waits for what one further left waits for too.
std::optional<std::pair<std::size_t, std::size_t>> Twice(const std::vector<std::string>& lanes) {
  for (std::size_t from = 1; from < lanes.size(); ++from) {
    for (std::size_t to = 0; to < from; ++to) {
      if (lanes[to] == lanes[from]) return std::pair(to, from);
    }
  }
  return std::nullopt;
}

}  // namespace

Graph::Rows Graph::Next(const std::string& commit, const std::vector<std::string>& parents) {
  const auto waiting = std::ranges::find(lanes_, commit);
  const auto lane = static_cast<std::size_t>(waiting - lanes_.begin());
  if (waiting == lanes_.end()) lanes_.push_back(commit);
  Rows rows;
  Row row;
  for (std::size_t i = 0; i < lanes_.size(); ++i) row.Put(2 * i, i == lane ? '*' : '|');
  rows.commit = std::move(row).Take();
  if (parents.empty()) {
    // The lane ends; those behind it move over.
    if (lane + 1 < lanes_.size()) {
      Row end;
      for (std::size_t i = 0; i < lane; ++i) end.Put(2 * i, '|');
      for (std::size_t i = lane + 1; i < lanes_.size(); ++i) end.Put(2 * i - 1, '/');
      rows.edges.push_back(std::move(end).Take());
    }
    lanes_.erase(lanes_.begin() + static_cast<std::ptrdiff_t>(lane));
  } else {
    lanes_[lane] = parents.front();
    for (std::size_t i = 1; i < parents.size(); ++i) {
      rows.edges.push_back(OpeningRow(lane + i - 1, lanes_.size()));
      lanes_.insert(lanes_.begin() + static_cast<std::ptrdiff_t>(lane + i), parents[i]);
    }
    while (const auto twice = Twice(lanes_)) {
      rows.edges.push_back(JoiningRow(twice->first, twice->second, lanes_.size()));
      lanes_.erase(lanes_.begin() + static_cast<std::ptrdiff_t>(twice->second));
    }
  }
  Row beside;
  for (std::size_t i = 0; i < lanes_.size(); ++i) beside.Put(2 * i, '|');
  rows.beside = std::move(beside).Take();
  return rows;
}

}  // namespace pggit::cli
