#include "core/plan/renamed_query.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/ddl/lexer.h"

namespace pggit {
namespace {

using Scope = RenamedName::Scope;
using Tokens = std::vector<Token>;

// What may follow a relation that has no alias.
constexpr std::array<std::string_view, 24> kAfterRelation = {
    "where",  "join",  "left",  "right",  "full",        "inner",     "cross",     "natural",
    "on",     "group", "order", "having", "union",       "intersect", "except",    "limit",
    "offset", "fetch", "for",   "window", "tablesample", "using",     "returning", "set"};

bool EndsRelation(const Token& token) {
  return !IsName(token) || (token.kind == TokenKind::kWord &&
                            std::ranges::find(kAfterRelation, token.value) != kAfterRelation.end());
}

// Whether `schema.name` stands at `i`, the schema being two tokens before.
bool IsQualified(const Tokens& tokens, std::size_t i, const std::string& schema) {
  return i > 1 && IsSymbol(tokens[i - 1], ".") && tokens[i - 2].value == schema;
}

// name.column stands for the relation only where no other has that name.
std::string FollowRelation(const std::string& query, const RenamedName& name) {
  const auto tokens = LexIfSql(query);
  if (!tokens) return query;
  std::vector<const Token*> qualifiers;
  bool is_there = false;
  for (std::size_t i = 0; i + 1 < tokens->size(); ++i) {
    const Token& token = (*tokens)[i];
    if (!IsName(token)) continue;
    if (token.value == name.to && IsQualified(*tokens, i, name.schema)) {
      if (!EndsRelation((*tokens)[i + 1])) return query;
      is_there = true;
    } else if (token.value == name.from) {
      const bool before_dot = IsSymbol((*tokens)[i + 1], ".");
      const bool after_dot = i > 0 && IsSymbol((*tokens)[i - 1], ".");
      if (before_dot && !after_dot) qualifiers.push_back(&token);
      if (!before_dot && !after_dot) return query;  // An alias, perhaps.
    }
  }
  if (!is_there) return query;
  std::string result;
  std::size_t copied = 0;
  for (const Token* token : qualifiers) {
    result.append(query, copied, token->begin - copied);
    result += QuoteIdentifier(name.to);
    copied = token->end;
  }
  return result.append(query, copied);
}

/// Adds the AS to the outputs of a query that are a renamed column and nothing else.
class Outputs {
 public:
  Outputs(const std::string& query, const Tokens& tokens, const RenamedName& name)
      : query_(query), tokens_(tokens), name_(name) {}

  std::string Run() {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      Track(i);
      if (InList() && IsOutput(i)) KeepName(tokens_[i]);
    }
    return result_.append(query_, copied_);
  }

 private:
  // A list of outputs goes from SELECT to the word that ends it, at one depth of parentheses.
  void Track(std::size_t i) {
    const Token& token = tokens_[i];
    if (IsSymbol(token, "(")) lists_.push_back(false);
    if (IsSymbol(token, ")") && lists_.size() > 1) lists_.pop_back();
    const bool is_field = i > 0 && IsSymbol(tokens_[i - 1], ".");
    if (IsWord(token, "select") && !is_field) lists_.back() = true;
    if (Ends(token) && !is_field) lists_.back() = false;
  }

  static bool Ends(const Token& token) {
    constexpr std::array<std::string_view, 10> kEnds = {"from",   "where", "group", "having",
                                                        "union",  "order", "limit", "intersect",
                                                        "except", "window"};
    return token.kind == TokenKind::kWord && std::ranges::find(kEnds, token.value) != kEnds.end();
  }

  bool InList() const { return lists_.back(); }

  bool IsOutput(std::size_t i) const {
    if (!IsName(tokens_[i]) || tokens_[i].value != name_.from) return false;
    const Token& next = tokens_[i + 1];
    if (!IsSymbol(next, ",") && !IsSymbol(next, ")") && next.kind != TokenKind::kEnd &&
        !Ends(next)) {
      return false;
    }
    std::size_t first = i;
    while (first > 1 && IsSymbol(tokens_[first - 1], ".")) first -= 2;
    if (first == 0) return false;
    const Token& before = tokens_[first - 1];
    return IsSymbol(before, ",") || IsWord(before, "select") || IsWord(before, "distinct");
  }

  void KeepName(const Token& token) {
    result_.append(query_, copied_, token.end - copied_);
    result_ += " AS " + QuoteIdentifier(name_.from);
    copied_ = token.end;
  }

  const std::string& query_;
  const Tokens& tokens_;
  const RenamedName& name_;
  std::vector<bool> lists_ = {false};
  std::string result_;
  std::size_t copied_ = 0;
};

}  // namespace

std::string RespellQuery(const std::string& query, const RenamedName& name) {
  if (name.scope == Scope::kRelation) return FollowRelation(query, name);
  if (name.scope != Scope::kColumn) return query;
  const auto tokens = LexIfSql(query);
  if (!tokens) return query;
  const std::string named = Outputs(query, *tokens, name).Run();
  // The names after AS are those of outputs, which stay.
  std::string result;
  std::size_t copied = 0;
  const auto with = LexIfSql(named);
  if (!with) return query;
  for (std::size_t i = 1; i < with->size(); ++i) {
    if (!IsWord((*with)[i - 1], "as") || (*with)[i].value != name.from) continue;
    result += Respell(named.substr(copied, (*with)[i].begin - copied), name);
    result.append(named, (*with)[i].begin, (*with)[i].end - (*with)[i].begin);
    copied = (*with)[i].end;
  }
  return result + Respell(named.substr(copied), name);
}

namespace {

// The tokens, those of `AS name` left out; a cast has a type there and no name.
std::optional<std::vector<std::string>> WithoutAliases(const std::string& query) {
  const auto tokens = LexIfSql(query);
  if (!tokens) return std::nullopt;
  std::vector<std::string> values;
  bool is_cast = false;
  for (std::size_t i = 0; i < tokens->size(); ++i) {
    is_cast = is_cast || IsWord((*tokens)[i], "cast");
    const bool names = !is_cast && IsWord((*tokens)[i], "as") && IsName((*tokens)[i + 1]);
    if (names) {
      ++i;
    } else {
      values.push_back((*tokens)[i].value);
    }
  }
  return values;
}

}  // namespace

bool SameButForAliases(const std::string& a, const std::string& b) {
  const auto first = WithoutAliases(a);
  return first && first == WithoutAliases(b);
}

}  // namespace pggit
