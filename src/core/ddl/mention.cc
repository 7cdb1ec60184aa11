#include "core/ddl/mention.h"

#include <algorithm>

#include "core/ddl/lexer.h"

namespace pggit {

bool Mentions(std::string_view sql, std::string_view name) {
  return std::ranges::any_of(
      Lex(sql), [&](const Token& token) { return IsName(token) && token.value == name; });
}

bool HoldsLiteral(std::string_view sql, std::string_view text) {
  return std::ranges::any_of(Lex(sql), [&](const Token& token) {
    return token.kind == TokenKind::kString && token.value == text;
  });
}

}  // namespace pggit
