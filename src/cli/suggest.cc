#include "cli/suggest.h"

#include <algorithm>
#include <utility>

namespace pggit::cli {

std::size_t EditDistance(std::string_view a, std::string_view b) {
  // Three rows suffice: a swap looks two rows back.
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::vector<std::string> Nearest(std::string_view typed,
                                 const std::vector<std::string>& candidates) {
  if (typed.empty()) return {};
  // One letter in three may be wrong.
  const std::size_t limit = std::clamp<std::size_t>((typed.size() + 1) / 3, 1, 3);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = candidate.starts_with(typed) ? 0 : EditDistance(typed, candidate);
    if (distance <= limit && distance < candidate.size()) near.emplace_back(distance, candidate);
  }
  std::ranges::stable_sort(near, {}, &std::pair<std::size_t, std::string>::first);
  std::vector<std::string> names;
  for (auto& [distance, name] : near) {
    if (distance == near.front().first) names.push_back(std::move(name));
  }
  return names;
}

std::string DidYouMean(std::string_view noun, std::string_view typed,
                       const std::vector<std::string>& candidates) {
  const std::vector<std::string> near = Nearest(typed, candidates);
  if (near.empty()) return {};
  std::string sentence = "The most similar " + std::string(noun);
  sentence += near.size() == 1 ? " is " : "s are ";
  for (std::size_t i = 0; i < near.size(); ++i) {
    if (i > 0) sentence += i + 1 == near.size() ? " and " : ", ";
    sentence += '"' + near[i] + '"';
  }
  return sentence + '.';
}

}  // namespace pggit::cli
