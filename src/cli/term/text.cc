#include "cli/term/text.h"

#include <algorithm>
#include <array>

namespace pggit::cli {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Unicode's combining marks and format characters, by the blocks that hold them.
constexpr auto kZeroWidth = std::to_array<Range>({
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
    {0x06D6, 0x06DC}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064}, {0x20D0, 0x20FF},
    {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
});

// East Asian wide and fullwidth, and the emoji blocks.
constexpr auto kWide = std::to_array<Range>({
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x2E80, 0x303E},
    {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},
    {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18AFF}, {0x1B000, 0x1B2FF},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD},
});

template <typename Ranges>
bool Within(const Ranges& ranges, char32_t c) {
  const auto after = std::ranges::upper_bound(ranges, c, {}, &Range::first);
  return after != ranges.begin() && c <= std::prev(after)->last;
}

/// Takes one character off the front of `text`; a broken sequence gives up one byte as U+FFFD.
char32_t TakeCharacter(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  char32_t c = length == 1 ? lead : lead & (0xFFU >> (length + 1));
  bool good = length > 0 && length <= text.size();
  for (std::size_t i = 1; good && i < length; ++i) {
    good = (byte(i) & 0xC0) == 0x80;
    c = (c << 6U) | (byte(i) & 0x3FU);
  }
  text.remove_prefix(good ? length : 1);
  return good ? c : 0xFFFD;
}

/// Takes an escape sequence `ESC [ ... letter` off the front of `text`, if one stands there.
bool TakeEscape(std::string_view& text) {
  if (!text.starts_with("\x1b[")) return false;
  std::size_t end = 2;
  while (end < text.size() && (text[end] < '@' || text[end] > '~')) ++end;
  text.remove_prefix(std::min(end + 1, text.size()));
  return true;
}

}  // namespace

std::size_t DisplayWidth(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    if (TakeEscape(text)) continue;
    const char32_t c = TakeCharacter(text);
    if (!Within(kZeroWidth, c)) width += Within(kWide, c) ? 2U : 1U;
  }
  return width;
}

std::string PadRight(std::string_view text, std::size_t width) {
  const std::size_t taken = DisplayWidth(text);
  return std::string(text) + std::string(taken < width ? width - taken : 0, ' ');
}

std::vector<std::string> Wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    std::string& line = lines.back();
    if (!word.empty()) {
      if (line.empty()) {
        line = word;
      } else if (DisplayWidth(line) + 1 + DisplayWidth(word) <= width) {
        line += ' ';
        line += word;
      } else {
        lines.emplace_back(word);
      }
    }
    if (end < text.size() && text[end] == '\n') lines.emplace_back();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string Paragraph(std::string_view text, std::size_t indent, std::size_t width) {
  std::string out;
  for (const std::string& line : Wrap(text, width > indent ? width - indent : 1)) {
    if (!line.empty()) out += std::string(indent, ' ') + line;
    out += '\n';
  }
  return out;
}

std::string TwoColumns(const std::vector<std::pair<std::string, std::string>>& rows,
                       std::size_t indent, std::size_t width, std::size_t widest_first) {
  std::size_t first_width = 0;
  for (const auto& [first, second] : rows) {
    const std::size_t own = DisplayWidth(first);
    if (own <= widest_first) first_width = std::max(first_width, own);
  }
  const std::size_t second_at = indent + first_width + 2;
  std::string out;
  for (const auto& [first, second] : rows) {
    const bool alone = DisplayWidth(first) > first_width;
    out += std::string(indent, ' ') + (second.empty() ? first : PadRight(first, first_width));
    if (alone && !second.empty()) out += '\n' + std::string(second_at - 2, ' ');
    const std::string wrapped = Paragraph(second, second_at, width);
    // The paragraph brings its indentation along; the first line has it already, but for two.
    out += second.empty() ? "\n" : wrapped.substr(second_at - 2);
  }
  return out;
}

}  // namespace pggit::cli
