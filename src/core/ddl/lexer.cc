#include "core/ddl/lexer.h"

#include "core/base/error.h"

namespace pggit {
namespace {

bool IsSpace(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsNameStart(char c) {
  const auto u = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || u >= 0x80;
}
bool IsNamePart(char c) {
  return IsNameStart(c) || IsDigit(c) || c == '$';
}
bool IsOperator(char c) {
  return std::string_view("~!@#^&|`?+-*/%<>=").find(c) != std::string_view::npos;
}
char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// One pass over the source; `at_` is the next character to look at.
class Scanner {
 public:
  explicit Scanner(std::string_view sql, std::size_t from = 0) : sql_(sql), at_(from) {}

  std::vector<Token> Run() {
    std::vector<Token> tokens;
    do {
      tokens.push_back(Take());
    } while (tokens.back().kind != TokenKind::kEnd);
    return tokens;
  }

  Token Take() {
    SkipSpaceAndComments();
    Token token = Next();
    token.end = at_;
    return token;
  }

 private:
  char Peek(std::size_t ahead = 0) const {
    return at_ + ahead < sql_.size() ? sql_[at_ + ahead] : '\0';
  }
  bool Done() const { return at_ >= sql_.size(); }

  [[noreturn]] void Fail(const std::string& what) const {
    throw Error(ErrorCode::kInvalidDefinition, what + " at byte " + std::to_string(at_));
  }

  void SkipSpaceAndComments() {
    while (!Done()) {
      if (IsSpace(Peek())) {
        ++at_;
      } else if (Peek() == '-' && Peek(1) == '-') {
        while (!Done() && Peek() != '\n') ++at_;
      } else if (Peek() == '/' && Peek(1) == '*') {
        SkipBlockComment();
      } else {
        return;
      }
    }
  }

  void SkipBlockComment() {
    int depth = 0;
    do {
      if (Done()) Fail("unterminated comment");
      if (Peek() == '/' && Peek(1) == '*') {
        ++depth;
        at_ += 2;
      } else if (Peek() == '*' && Peek(1) == '/') {
        --depth;
        at_ += 2;
      } else {
        ++at_;
      }
    } while (depth > 0);
  }

  Token Next() {
    Token token;
    token.begin = at_;
    if (Done()) return token;
    const char c = Peek();
    if ((c == 'E' || c == 'e') && Peek(1) == '\'') {
      ++at_;
      token.kind = TokenKind::kString;
      token.value = QuotedText('\'', /*escapes=*/true);
    } else if (c == '\'') {
      token.kind = TokenKind::kString;
      token.value = QuotedText('\'', /*escapes=*/false);
    } else if (c == '"') {
      token.kind = TokenKind::kQuoted;
      token.value = QuotedText('"', /*escapes=*/false);
    } else if (c == '$' && DollarTagLength() > 0) {
      token.kind = TokenKind::kString;
      token.value = DollarText();
    } else if (IsNameStart(c)) {
      token.kind = TokenKind::kWord;
      while (!Done() && IsNamePart(Peek())) token.value += Lower(sql_[at_++]);
    } else if (IsDigit(c) || (c == '.' && IsDigit(Peek(1)))) {
      token.kind = TokenKind::kNumber;
      token.value = Number();
    } else {
      token.kind = TokenKind::kSymbol;
      token.value = Symbol();
    }
    return token;
  }

  std::string QuotedText(char quote, bool escapes) {
    ++at_;
    std::string text;
    while (true) {
      if (Done()) Fail(quote == '"' ? "unterminated quoted name" : "unterminated string");
      const char c = sql_[at_++];
      if (c == quote) {
        if (Peek() != quote) return text;
        ++at_;
        text += quote;
      } else if (escapes && c == '\\') {
        if (Done()) Fail("unterminated string");
        text += Escape(sql_[at_++]);
      } else {
        text += c;
      }
    }
  }

  static char Escape(char c) {
    switch (c) {
      case 'n': return '\n';
      case 't': return '\t';
      case 'r': return '\r';
      case 'b': return '\b';
      case 'f': return '\f';
      default: return c;
    }
  }

  /// The length of `$tag$` here, or 0 when this is no dollar quote.
  std::size_t DollarTagLength() const {
    std::size_t length = 1;
    if (IsDigit(Peek(1))) return 0;
    while (IsNameStart(Peek(length)) || IsDigit(Peek(length))) ++length;
    return Peek(length) == '$' ? length + 1 : 0;
  }

  std::string DollarText() {
    const std::string_view tag = sql_.substr(at_, DollarTagLength());
    at_ += tag.size();
    const std::size_t close = sql_.find(tag, at_);
    if (close == std::string_view::npos) Fail("unterminated dollar-quoted string");
    std::string text(sql_.substr(at_, close - at_));
    at_ = close + tag.size();
    return text;
  }

  std::string Number() {
    const std::size_t begin = at_;
    while (IsDigit(Peek()) || Peek() == '.') ++at_;
    if (Lower(Peek()) == 'e') {
      const std::size_t sign = Peek(1) == '+' || Peek(1) == '-' ? 1 : 0;
      if (IsDigit(Peek(1 + sign))) {
        at_ += 1 + sign;
        while (IsDigit(Peek())) ++at_;
      }
    }
    return std::string(sql_.substr(begin, at_ - begin));
  }

  std::string Symbol() {
    if (Peek() == ':' && Peek(1) == ':') {
      at_ += 2;
      return "::";
    }
    if (!IsOperator(Peek())) return std::string(1, sql_[at_++]);
    const std::size_t begin = at_;
    while (!Done() && IsOperator(Peek())) {
      // A comment ends an operator.
      if ((Peek() == '-' && Peek(1) == '-') || (Peek() == '/' && Peek(1) == '*')) break;
      ++at_;
    }
    return std::string(sql_.substr(begin, at_ - begin));
  }

  std::string_view sql_;
  std::size_t at_;
};

}  // namespace

std::vector<Token> Lex(std::string_view sql) {
  return Scanner(sql).Run();
}

Token NextToken(std::string_view sql, std::size_t from) {
  return Scanner(sql, from).Take();
}

std::optional<std::vector<Token>> LexIfSql(std::string_view text) {
  try {
    return Lex(text);
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace pggit
