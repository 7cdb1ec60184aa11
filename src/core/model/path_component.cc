#include "core/model/path_component.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/base/hex.h"
#include "core/base/sha256.h"

namespace pggit {
namespace {

// Longest component before the suffix; file systems take 255 bytes.
constexpr std::size_t kLongest = 240;
constexpr std::size_t kKept = 200;
constexpr std::size_t kHashDigits = 32;
constexpr char kCut = '~';

struct Range {
  char32_t first;
  char32_t last;
  char32_t step = 1;
};

// The letters beyond ASCII that stay as they are: small letters or letters without case, each equal
// to its own case folding and composed form, the capital of no other letter, and no mark that could
// join the letter before it. Whatever is not here is escaped, letters of tomorrow included.
constexpr auto kLetters = std::to_array<Range>({
    {0xe0, 0xf6},       // Latin
    {0xf8, 0xff},       //
    {0x101, 0x12f, 2},  //
    {0x133, 0x137, 2},  //
    {0x13a, 0x148, 2},  //
    {0x14b, 0x177, 2},  //
    {0x17a, 0x17e, 2},  //
    {0x3ac, 0x3af},     // Greek
    {0x3b1, 0x3c1},     //
    {0x3c3, 0x3ce},     //
    {0x430, 0x45f},     // Cyrillic
    {0x561, 0x586},     // Armenian
    {0x5d0, 0x5ea},     // Hebrew
    {0x620, 0x64a},     // Arabic
    {0x10d0, 0x10f0},   // Georgian
    {0x3041, 0x3096},   // Hiragana
    {0x30a1, 0x30fa},   // Katakana
    {0x30fc, 0x30fc},   //
    {0x3400, 0x4dbf},   // Chinese, Japanese and Korean ideographs
    {0x4e00, 0x9fff},   //
    {0xac00, 0xd7a3},   // Korean syllables
});

bool IsLetter(char32_t c) {
  const auto above =
      std::upper_bound(kLetters.begin(), kLetters.end(), c,
                       [](char32_t value, const Range& r) { return value < r.first; });
  if (above == kLetters.begin()) return false;
  const Range& range = *(above - 1);
  return c <= range.last && (c - range.first) % range.step == 0;
}

bool IsUpper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool IsLower(char c) {
  return c >= 'a' && c <= 'z';
}

std::uint8_t Byte(char c) {
  return static_cast<std::uint8_t>(c);
}

// The length of the letter beyond ASCII that `text` begins with and that stays as it is, or 0. Only
// two and three bytes of UTF-8 in their shortest form can be in kLetters.
std::size_t LetterLength(std::string_view text) {
  const auto tail = [&](std::size_t i) -> char32_t {
    return i < text.size() && (Byte(text[i]) & 0xC0U) == 0x80 ? Byte(text[i]) & 0x3FU : 0x200000U;
  };
  const std::uint8_t lead = Byte(text.front());
  if ((lead & 0xE0U) == 0xC0) {
    const char32_t c = ((lead & 0x1FU) << 6U) + tail(1);
    return IsLetter(c) ? 2 : 0;
  }
  if ((lead & 0xF0U) == 0xE0) {
    const char32_t c = ((lead & 0x0FU) << 12U) + (tail(1) << 6U) + tail(2);
    return c >= 0x800 && IsLetter(c) ? 3 : 0;
  }
  return 0;
}

// What no path carries everywhere: separators, control characters, what some file systems reserve,
// and the signs that mean something here.
bool IsReserved(char c) {
  return Byte(c) < 0x20 || Byte(c) == 0x7f ||
         std::string_view("/\\:*?\"<>|~^%").find(c) != std::string_view::npos;
}

std::string Percent(char c) {
  return {'%', kHexDigits[Byte(c) >> 4U], kHexDigits[Byte(c) & 15U]};
}

// Whether Windows takes a file of this name for a device, whatever suffix it has.
bool IsDevice(std::string_view name) {
  std::string_view stem = name.substr(0, name.find('.'));
  while (stem.ends_with(' ')) stem.remove_suffix(1);
  constexpr auto kDevices =
      std::to_array<std::string_view>({"con", "prn", "aux", "nul", "conin$", "conout$"});
  if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) return true;
  // The superscripts would be devices too; they are escaped as all signs beyond ASCII are.
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
         stem[3] >= '0' && stem[3] <= '9';
}

// Whether the character at `i` is one that its place forbids.
bool IsForbiddenHere(std::string_view name, std::size_t i) {
  const char c = name[i];
  if (i == 0 && (c == '.' || c == ' ' || name == "_database" || IsDevice(name))) return true;
  return i + 1 == name.size() && (c == '.' || c == ' ');
}

std::string Escape(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const std::size_t letter = Byte(c) < 0x80 ? 0 : LetterLength(name.substr(i));
    if (letter > 0) {
      out += name.substr(i, letter);
      i += letter - 1;
    } else if (IsUpper(c)) {
      out += '^';
      out += static_cast<char>(c - 'A' + 'a');
    } else if (Byte(c) >= 0x80 || IsReserved(c) || IsForbiddenHere(name, i)) {
      out += Percent(c);
    } else {
      out += c;
    }
  }
  return out;
}

std::optional<char> PercentValue(std::string_view digits) {
  if (digits.size() < 2) return std::nullopt;
  const std::size_t high = kHexDigits.find(digits[0]);
  const std::size_t low = kHexDigits.find(digits[1]);
  if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

std::optional<std::string> Unescape(std::string_view component) {
  std::string name;
  for (std::size_t i = 0; i < component.size(); ++i) {
    const char c = component[i];
    if (c == '^') {
      if (++i == component.size() || !IsLower(component[i])) return std::nullopt;
      name += static_cast<char>(component[i] - 'a' + 'A');
    } else if (c == '%') {
      const std::optional<char> value = PercentValue(component.substr(i + 1));
      if (!value) return std::nullopt;
      name += *value;
      i += 2;
    } else {
      name += c;
    }
  }
  return name;
}

// Where a component may be cut at the latest: not within an escape or a sequence of UTF-8.
std::size_t CutPosition(std::string_view escaped) {
  std::size_t kept = kKept;
  while ((Byte(escaped[kept]) & 0xC0U) == 0x80) --kept;
  for (std::size_t back = 1; back <= 2; ++back) {
    if (escaped[kept - back] == '%') kept -= back;
  }
  if (escaped[kept - 1] == '^') --kept;
  return kept;
}

}  // namespace

std::string PathComponent(std::string_view name) {
  std::string escaped = Escape(name);
  if (escaped.size() <= kLongest) return escaped;
  return escaped.substr(0, CutPosition(escaped)) + kCut + Sha256Hex(name).substr(0, kHashDigits);
}

std::optional<std::string> NameInPath(std::string_view component) {
  std::optional<std::string> name = Unescape(component);
  if (name && PathComponent(*name) != component) return std::nullopt;
  return name;
}

}  // namespace pggit
