#include "core/plan/renamed_text.h"

#include <algorithm>
#include <optional>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/ddl/lexer.h"

namespace pggit {
namespace {

using Scope = RenamedName::Scope;
using Tokens = std::vector<Token>;

/// The tokens of one text, each with what stands around it.
class Text {
 public:
  explicit Text(const Tokens& tokens) : tokens_(tokens) {}

  const Token& At(std::size_t i) const { return tokens_[std::min(i, tokens_.size() - 1)]; }
  bool Ends(std::size_t i) const { return At(i).kind == TokenKind::kEnd; }
  bool FollowsDot(std::size_t i) const { return i > 0 && IsSymbol(At(i - 1), "."); }
  bool IsBeforeDot(std::size_t i) const { return IsSymbol(At(i + 1), "."); }
  // The name before the dot before `i`; empty when there is none.
  std::string Qualifier(std::size_t i) const {
    return i > 1 && FollowsDot(i) && IsName(At(i - 2)) ? At(i - 2).value : "";
  }
  // What a literal is cast to begins there; 0 when `i` is no literal with a cast.
  std::size_t Cast(std::size_t i) const {
    return At(i).kind == TokenKind::kString && IsSymbol(At(i + 1), "::") ? i + 2 : 0;
  }
  // A cast to it stands there: value::name, value::schema.name.
  bool IsType(std::size_t i) const {
    const std::size_t begin = FollowsDot(i) && i > 1 ? i - 2 : i;
    return begin > 0 && IsSymbol(At(begin - 1), "::");
  }
  // 'public.t'::regclass: the server keeps which one it is, and prints its name.
  bool IsNameToServer(std::size_t i) const {
    const std::size_t cast = Cast(i);
    return cast > 0 && At(cast).kind == TokenKind::kWord && At(cast).value.starts_with("reg");
  }

 private:
  const Tokens& tokens_;
};

// Whether the tokens from `i` on are those of `signature`.
bool Follows(const Text& text, std::size_t i, const std::string& signature) {
  for (const Token& token : Lex(signature)) {
    if (token.kind != TokenKind::kEnd && token.value != text.At(i++).value) return false;
  }
  return true;
}

bool StandsFor(const Text& text, std::size_t i, const RenamedName& name) {
  if (!IsName(text.At(i)) || text.At(i).value != name.from) return false;
  switch (name.scope) {
    case Scope::kSchema: return text.IsBeforeDot(i) && !text.FollowsDot(i);
    case Scope::kRelation:
    case Scope::kObject:
      return text.Qualifier(i) == name.schema &&
             (name.signature.empty() || Follows(text, i + 1, name.signature));
    case Scope::kColumn:
      return !text.IsBeforeDot(i) && !IsSymbol(text.At(i + 1), "(") && !text.IsType(i);
    case Scope::kPart:
      return i > 0 && (IsWord(text.At(i - 1), "trigger") || IsWord(text.At(i - 1), "rule"));
    case Scope::kValue: return false;
  }
  return false;
}

bool IsValue(const Text& text, std::size_t i, const RenamedName& name) {
  const std::size_t cast = text.Cast(i);
  return name.scope == Scope::kValue && cast > 0 && text.At(i).value == name.from &&
         text.At(cast).value == name.schema && text.IsBeforeDot(cast) &&
         text.At(cast + 2).value == name.type;
}

/// Two texts, walked side by side.
class Comparison {
 public:
  Comparison(const Tokens& before, const Tokens& after, const std::vector<RenamedName>& names)
      : before_(before), after_(after), names_(names) {}

  bool Run() {
    while (!before_.Ends(i_) || !after_.Ends(j_)) {
      if (!Step()) return false;
    }
    return true;
  }

 private:
  bool Step() {
    if (Equal(before_.At(i_), after_.At(j_)) || IsRenamed()) {
      ++i_;
      ++j_;
      return true;
    }
    // A column keeps its name in the output of a query, or has the new one by itself.
    if (KeepsName(after_, j_)) {
      j_ += 2;
      return true;
    }
    if (KeepsName(before_, i_)) {
      i_ += 2;
      return true;
    }
    return false;
  }

  static bool Equal(const Token& a, const Token& b) {
    return a.value == b.value && (a.kind == b.kind || (IsName(a) && IsName(b)));
  }

  // AS name, where what was just passed is a column on both sides, and the name is that of the
  // output: the one that the column had, or the one that the output was given.
  bool KeepsName(const Text& text, std::size_t at) const {
    if (i_ == 0 || j_ == 0 || !IsWord(text.At(at), "as") || !IsName(text.At(at + 1))) return false;
    const Token& old = before_.At(i_ - 1);
    const Token& fresh = after_.At(j_ - 1);
    if (!IsName(old) || !IsName(fresh) || !Becomes(old.value, fresh.value)) return false;
    const std::string& alias = text.At(at + 1).value;
    if (&text == &after_) return alias != fresh.value && Becomes(old.value, alias);
    return alias != old.value && Becomes(alias, fresh.value);
  }

  bool Becomes(const std::string& old, const std::string& fresh) const {
    return old == fresh || std::ranges::any_of(names_, [&](const RenamedName& name) {
             return name.scope == Scope::kColumn && name.from == old && name.to == fresh;
           });
  }

  bool IsRenamed() const {
    const Token& old = before_.At(i_);
    const Token& fresh = after_.At(j_);
    if (old.kind == TokenKind::kString && fresh.kind == TokenKind::kString) {
      if (before_.IsNameToServer(i_)) return SameButForNames(old.value, fresh.value, names_);
      return std::ranges::any_of(names_, [&](const RenamedName& name) {
        return IsValue(before_, i_, name) && name.to == fresh.value;
      });
    }
    if (!IsName(old) || !IsName(fresh)) return false;
    return std::ranges::any_of(names_, [&](const RenamedName& name) {
      if (name.from != old.value || name.to != fresh.value) return false;
      // A relation, or a function in its own body, before the name of a column or argument.
      const bool thing = name.scope == Scope::kRelation || name.scope == Scope::kObject;
      if (thing && before_.IsBeforeDot(i_) && !before_.FollowsDot(i_)) return true;
      if (thing) return before_.Qualifier(i_) == name.schema;
      return StandsFor(before_, i_, name);
    });
  }

  Text before_;
  Text after_;
  const std::vector<RenamedName>& names_;
  std::size_t i_ = 0;
  std::size_t j_ = 0;
};

}  // namespace

std::string Respell(const std::string& text, const RenamedName& name) {
  // Nearly every text has none of the name; one with a quote in it is written otherwise.
  const bool plain = name.from.find_first_of("\"'\\") == std::string::npos;
  if (plain && text.find(name.from) == std::string::npos) return text;
  const std::optional<Tokens> tokens = LexIfSql(text);
  if (!tokens) return text;
  const Text read(*tokens);
  std::string result;
  std::size_t copied = 0;
  const auto replace = [&](const Token& token, const std::string& with) {
    result.append(text, copied, token.begin - copied);
    result += with;
    copied = token.end;
  };
  for (std::size_t i = 0; i < tokens->size(); ++i) {
    const Token& token = read.At(i);
    if (StandsFor(read, i, name)) {
      replace(token, QuoteIdentifier(name.to));
    } else if (IsValue(read, i, name)) {
      replace(token, QuoteLiteral(name.to));
    } else if (read.IsNameToServer(i)) {
      const std::string respelled = Respell(token.value, name);
      if (respelled != token.value) replace(token, QuoteLiteral(respelled));
    }
  }
  return result.append(text, copied);
}

bool SameButForNames(const std::string& before, const std::string& after,
                     const std::vector<RenamedName>& names) {
  if (before == after) return true;
  const std::optional<Tokens> old = LexIfSql(before);
  const std::optional<Tokens> fresh = LexIfSql(after);
  return old && fresh && Comparison(*old, *fresh, names).Run();
}

}  // namespace pggit
