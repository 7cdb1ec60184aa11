#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/ddl/lexer.h"
#include "core/model/option.h"

namespace pggit {

/// Reads canonical definitions token by token. `sql` must outlive the cursor.
///
/// Keywords are given in upper case and match unquoted words only, so a column named "default"
/// never ends a type. Everything that does not match throws Error(kInvalidDefinition) with the
/// line.
class Cursor {
 public:
  explicit Cursor(std::string_view sql) : sql_(sql), tokens_(Lex(sql)) {}

  bool AtEnd() const { return Peek().kind == TokenKind::kEnd; }

  /// Whether the next words are those of `phrase`, "ALTER TABLE ONLY" say; consumes nothing.
  bool Sees(std::string_view phrase) const;
  /// Consumes `phrase` when it comes next.
  bool Accept(std::string_view phrase);
  void Expect(std::string_view phrase);

  bool SeesSymbol(std::string_view symbol) const;
  bool AcceptSymbol(std::string_view symbol);
  void ExpectSymbol(std::string_view symbol);

  /// A name, quoted or not, without its quotes.
  std::string Name();
  /// `schema.name`, as it is written.
  std::string QualifiedText();
  /// A decoded string literal.
  std::string String();
  /// A number with its sign, as it is written.
  std::string Number();
  /// The next token as it is written, whatever it is.
  std::string Verbatim();

  /// The source text up to, and not including, the first of `stops` outside parentheses, or an
  /// unopened closing parenthesis or the end; trimmed. A stop is a symbol ("," or ";") or a keyword
  /// phrase ("NOT NULL").
  std::string TextUntil(std::initializer_list<std::string_view> stops);
  /// The text inside the parentheses that open here.
  std::string Parenthesized();

  /// `(name 'value', ...)` or `(name='value', ...)`.
  std::vector<Option> Options();

  /// Where reading stands, and back to it.
  std::size_t position() const { return at_; }
  void Rewind(std::size_t position) { at_ = position; }

  /// The source from the token at `position` up to here, without trailing white space.
  std::string TextSince(std::size_t position) const;

  [[noreturn]] void Fail(std::string_view wanted) const;

 private:
  const Token& Peek(std::size_t ahead = 0) const;
  std::size_t MatchPhrase(std::string_view phrase) const;

  std::string_view sql_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

}  // namespace pggit
