#include "core/model/path.h"

#include <string_view>

#include "core/base/sha256.h"

namespace pggit {
namespace {

constexpr std::string_view kDatabase = "_database";
constexpr std::string_view kSuffix = ".sql";
// Longest component before the suffix; file systems take 255 bytes.
constexpr std::size_t kLongest = 240;
constexpr std::size_t kKept = 200;
constexpr std::size_t kHashDigits = 32;

bool IsUpper(char c) {
  return c >= 'A' && c <= 'Z';
}

// What no path carries everywhere: separators, control characters, what some file systems reserve,
// and the two signs that escapes begin with.
bool MustEscape(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u < 0x20 || u == 0x7f ||
         std::string_view("/\\:*?\"<>|~^%").find(c) != std::string_view::npos;
}

std::string Percent(char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto u = static_cast<unsigned char>(c);
  return {'%', kDigits[u >> 4U], kDigits[u & 15U]};
}

std::string Escape(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool dot_or_space_at_edge =
        (c == '.' && i == 0) || ((c == '.' || c == ' ') && i + 1 == name.size());
    if (IsUpper(c)) {
      out += '^';
      out += static_cast<char>(c - 'A' + 'a');
    } else if (MustEscape(c) || dot_or_space_at_edge) {
      out += Percent(c);
    } else {
      out += c;
    }
  }
  return out;
}

// A component no file system finds too long: its beginning, and a hash of the whole.
std::string Component(std::string_view name) {
  std::string escaped = Escape(name);
  if (escaped.size() <= kLongest) return escaped;
  std::size_t kept = kKept;
  // Not within an escape or a UTF-8 sequence.
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; };
  while (continues(escaped[kept])) --kept;
  for (std::size_t back = 1; back <= 2; ++back) {
    if (escaped[kept - back] == '%') kept -= back;
  }
  if (escaped[kept - 1] == '^') --kept;
  return escaped.substr(0, kept) + '~' + Sha256Hex(name).substr(0, kHashDigits);
}

std::string SchemaDirectory(const std::string& schema) {
  std::string directory = Component(schema);
  if (directory == kDatabase) directory.replace(0, 1, Percent('_'));
  return directory;
}

}  // namespace

std::string PathOf(const ObjectId& id) {
  if (id.kind == Kind::kSchema) return SchemaDirectory(id.name) + "/schema" + std::string(kSuffix);
  const std::string directory =
      KindHasSchema(id.kind) ? SchemaDirectory(id.schema) : std::string(kDatabase);
  return directory + '/' + std::string(KindDirectory(id.kind)) + '/' +
         Component(id.name + id.signature) + std::string(kSuffix);
}

}  // namespace pggit
