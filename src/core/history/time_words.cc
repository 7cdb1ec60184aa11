#include "core/history/time_words.h"

#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

namespace pggit {
namespace {

constexpr std::int64_t kDay = 24LL * 60 * 60;

constexpr std::array<std::pair<std::string_view, std::int64_t>, 5> kUnits = {
    {{"second", 1}, {"minute", 60}, {"hour", 3600}, {"day", kDay}, {"week", 7 * kDay}}};

std::vector<std::string_view> Words(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find_first_of(" ."));
    text.remove_prefix(word.size() < text.size() ? word.size() + 1 : word.size());
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

}  // namespace

std::optional<std::int64_t> ParseTimeWords(std::string_view text, std::int64_t now) {
  const std::vector<std::string_view> words = Words(text);
  if (words.size() == 1 && words[0] == "now") return now;
  if (words.size() == 1 && words[0] == "yesterday") return now - kDay;
  if (words.size() != 3 || words[2] != "ago") return std::nullopt;
  std::int64_t count = 0;
  const char* const last = words[0].data() + words[0].size();
  const auto [end, problem] = std::from_chars(words[0].data(), last, count);
  if (problem != std::errc() || end != last || count < 0) {
    return std::nullopt;
  }
  for (const auto& [unit, seconds] : kUnits) {
    if (words[1] == unit || words[1] == std::string(unit) + 's') {
      return count > now / seconds ? 0 : now - count * seconds;
    }
  }
  return std::nullopt;
}

}  // namespace pggit
