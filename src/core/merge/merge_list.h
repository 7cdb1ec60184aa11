#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace pggit {

/// A list with what both sides took out of `base` gone and what they put in added, each addition
/// behind the item it follows on its side, ours first where both add at one place. No item comes
/// twice in a list.
///
/// Lists that are sorted on all three sides stay so. Nothing when both sides put items that all
/// three have into different new orders.
template <class T>
std::optional<std::vector<T>> MergeList(const std::vector<T>& base, const std::vector<T>& ours,
                                        const std::vector<T>& theirs) {
  const auto has = [](const std::vector<T>& list, const T& item) {
    return std::ranges::find(list, item) != list.end();
  };
  const auto stayed = [&](const std::vector<T>& list) {
    std::vector<T> kept;
    for (const T& item : list) {
      if (has(base, item) && has(ours, item) && has(theirs, item)) kept.push_back(item);
    }
    return kept;
  };
  const std::vector<T> order = stayed(base);
  const std::vector<T> our_order = stayed(ours);
  const std::vector<T> their_order = stayed(theirs);
  const bool we_moved = our_order != order;
  const bool they_moved = their_order != order;
  if (we_moved && they_moved && our_order != their_order) return std::nullopt;

  // The side that moved items is the frame; the other's additions go in.
  const std::vector<T>& frame = they_moved && !we_moved ? theirs : ours;
  const std::vector<T>& other = they_moved && !we_moved ? ours : theirs;
  const bool frame_is_ours = &frame == &ours;
  std::vector<T> merged;
  for (const T& item : frame) {
    if (!has(base, item) || has(other, item)) merged.push_back(item);
  }
  std::optional<T> before;
  for (const T& item : other) {
    if (!has(base, item) && !has(frame, item)) {
      auto at = merged.begin();
      if (before) {
        const auto found = std::ranges::find(merged, *before);
        if (found != merged.end()) at = found + 1;
      }
      while (frame_is_ours && at != merged.end() && !has(base, *at) && !has(other, *at)) ++at;
      merged.insert(at, item);
    }
    if (has(merged, item)) before = item;
  }
  if (std::ranges::is_sorted(base) && std::ranges::is_sorted(ours) &&
      std::ranges::is_sorted(theirs)) {
    std::ranges::sort(merged);
  }
  return merged;
}

}  // namespace pggit
