#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pggit {

enum class TokenKind {
  kWord,    ///< An unquoted name or keyword, lower-cased.
  kQuoted,  ///< A "quoted name", quotes taken off.
  kString,  ///< 'text', E'text' or $tag$text$tag$, decoded.
  kNumber,
  kSymbol,  ///< One of ( ) [ ] , ; . or an operator of any length.
  kEnd,
};

/// One lexical element of SQL.
struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string value;      ///< Decoded, see TokenKind.
  std::size_t begin = 0;  ///< Where its text starts and ends in the source.
  std::size_t end = 0;
};

/// Whether it can name something, quoted or not; a key word can.
inline bool IsName(const Token& token) {
  return token.kind == TokenKind::kWord || token.kind == TokenKind::kQuoted;
}

/// Whether it is this key word or unquoted name, in lower case.
inline bool IsWord(const Token& token, std::string_view word) {
  return token.kind == TokenKind::kWord && token.value == word;
}

inline bool IsSymbol(const Token& token, std::string_view symbol) {
  return token.kind == TokenKind::kSymbol && token.value == symbol;
}

/// Splits `sql` as the server's scanner would with standard_conforming_strings on. Comments and
/// white space separate tokens and are dropped; the last token is kEnd.
///
/// Throws Error(kInvalidDefinition) on what no scanner takes: an unterminated string, name or
/// comment.
std::vector<Token> Lex(std::string_view sql);

/// The first token at or after byte `from`: for text that is not SQL to its end.
Token NextToken(std::string_view sql, std::size_t from);

/// All tokens of what may be no SQL; nothing when no scanner takes it.
std::optional<std::vector<Token>> LexIfSql(std::string_view text);

}  // namespace pggit
