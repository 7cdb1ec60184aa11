#include "core/generate/numbering.h"

#include <algorithm>
#include <cstdint>

#include "core/base/error.h"

namespace pggit {
namespace {

constexpr std::size_t kTimeWidth = 14;
constexpr std::size_t kMostDigits = 18;

bool IsDigit(char c) {
  return '0' <= c && c <= '9';
}

// The digits that a name begins with; empty when it begins otherwise.
std::string DigitsOf(std::string_view name, std::string_view letters) {
  if (!letters.empty()) {
    if (name.empty() || letters.find(name.front()) == std::string_view::npos) return "";
    name.remove_prefix(1);
  }
  const auto end = std::ranges::find_if_not(name, IsDigit);
  const auto length = static_cast<std::size_t>(end - name.begin());
  // A word that happens to begin with a digit is no number.
  const bool ends =
      length < name.size() && std::string_view("_-.").find(name[length]) != std::string_view::npos;
  return ends ? std::string(name.substr(0, length)) : "";
}

}  // namespace

std::string NextNumber(const std::vector<std::string>& names, const Numbering& numbering,
                       const std::string& time) {
  std::uint64_t highest = 0;
  std::size_t width = 0;
  for (const std::string& name : names) {
    const std::string digits = DigitsOf(name, numbering.letters);
    if (digits.empty()) continue;
    if (digits.size() > kMostDigits) {
      throw Error(ErrorCode::kNotSupported, "cannot count on from \"" + name + '"',
                  "Its number has " + std::to_string(digits.size()) + " digits.",
                  "Move it to another folder.");
    }
    const std::uint64_t number = std::stoull(digits);
    if (width > 0 && number < highest) continue;
    highest = number;
    width = digits.size();
  }
  if (width == 0) return numbering.first;
  std::uint64_t next = highest + 1;
  if (width == kTimeWidth) next = std::max<std::uint64_t>(next, std::stoull(time));
  std::string text = std::to_string(next);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

}  // namespace pggit
