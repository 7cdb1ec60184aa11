// Quoting, read back by the rules of SQL: whatever the name, its quoted form is one token and means
// the name again.

#include "core/base/identifier.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace {

/// Takes `text` apart as one token between `quote`s, doubled inside; nothing when it is not one.
std::optional<std::string> Unquoted(std::string_view text, char quote) {
  if (text.size() < 2 || text.front() != quote || text.back() != quote) return std::nullopt;
  text = text.substr(1, text.size() - 2);
  std::string name;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == quote && (++i == text.size() || text[i] != quote)) return std::nullopt;
    name += text[i];
  }
  return name;
}

/// What an identifier means to SQL: folded when plain, as it stands between quotes.
std::optional<std::string> IdentifierMeaning(std::string_view text) {
  if (!text.empty() && text.front() == '"') return Unquoted(text, '"');
  std::string name;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || c == '_';
    if (!letter && (name.empty() || c < '0' || c > '9')) return std::nullopt;
    name += c;
  }
  return name;
}

/// What a literal means: in the E'' form a backslash hides the character after it.
std::optional<std::string> LiteralMeaning(std::string_view text) {
  if (text.empty() || text.front() != 'E') return Unquoted(text, '\'');
  const auto escaped = Unquoted(text.substr(1), '\'');
  if (!escaped) return std::nullopt;
  std::string value;
  for (size_t i = 0; i < escaped->size(); ++i) {
    if ((*escaped)[i] == '\\' && ++i == escaped->size()) return std::nullopt;
    value += (*escaped)[i];
  }
  return value;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string name(data, data + size);
  if (IdentifierMeaning(pggit::QuoteIdentifier(name)) != name) std::abort();
  if (LiteralMeaning(pggit::QuoteLiteral(name)) != name) std::abort();
  return 0;
}
