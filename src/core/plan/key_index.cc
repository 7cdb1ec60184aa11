#include "core/plan/key_index.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/base/identifier.h"
#include "core/ddl/lexer.h"

namespace pggit {
namespace {

/// Reads a key's definition word by word.
class KeyReader {
 public:
  explicit KeyReader(const std::string& text) : text_(text), tokens_(Lex(text)) {}

  bool Accept(std::string_view word) {
    if (!IsWord(tokens_[at_], word)) return false;
    ++at_;
    return true;
  }

  // What stands in parentheses, with them; nothing when it is not plain, as WITHOUT OVERLAPS.
  std::optional<std::string> Group() {
    if (tokens_[at_].value != "(") return std::nullopt;
    const std::size_t begin = tokens_[at_].begin;
    for (; tokens_[at_].kind != TokenKind::kEnd; ++at_) {
      const Token& token = tokens_[at_];
      if (IsWord(token, "without")) return std::nullopt;
      if (IsSymbol(token, ")")) {
        return text_.substr(begin, tokens_[at_++].end - begin);
      }
    }
    return std::nullopt;
  }

  std::string Rest() const {
    return tokens_[at_].kind == TokenKind::kEnd ? "" : ' ' + text_.substr(tokens_[at_].begin);
  }

 private:
  const std::string& text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<KeyIndex> IndexOfKey(const Constraint& key) {
  KeyReader reader(key.definition);
  KeyIndex index;
  bool distinct = true;
  if (key.kind == ConstraintKind::kPrimaryKey) {
    if (!reader.Accept("primary") || !reader.Accept("key")) return std::nullopt;
    index.constraint = "PRIMARY KEY";
  } else if (key.kind == ConstraintKind::kUnique) {
    if (!reader.Accept("unique")) return std::nullopt;
    if (reader.Accept("nulls")) {
      distinct = !reader.Accept("not");
      if (!reader.Accept("distinct")) return std::nullopt;
    }
    index.constraint = "UNIQUE";
  } else {
    return std::nullopt;
  }
  const auto columns = reader.Group();
  if (!columns) return std::nullopt;
  index.definition = "USING btree " + *columns;
  if (reader.Accept("include")) {
    const auto included = reader.Group();
    if (!included) return std::nullopt;
    index.definition += " INCLUDE " + *included;
  }
  if (!distinct) index.definition += " NULLS NOT DISTINCT";
  if (reader.Accept("with")) {
    const auto options = reader.Group();
    if (!options) return std::nullopt;
    index.definition += " WITH " + *options;
  }
  index.ending = reader.Rest();
  return index;
}

std::string WithTablespace(const std::string& definition, const std::string& tablespace) {
  if (tablespace.empty()) return definition;
  const std::string words = " TABLESPACE " + QuoteIdentifier(tablespace);
  int depth = 0;
  for (const Token& token : Lex(definition)) {
    if (IsSymbol(token, "(")) ++depth;
    if (IsSymbol(token, ")")) --depth;
    if (depth == 0 && IsWord(token, "where")) {
      return definition.substr(0, token.begin - 1) + words + definition.substr(token.begin - 1);
    }
  }
  return definition + words;
}

}  // namespace pggit
