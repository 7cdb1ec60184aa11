#include "core/ddl/sql_script.h"

#include <algorithm>
#include <initializer_list>
#include <ranges>

#include "core/base/error.h"
#include "core/ddl/lexer.h"

namespace pggit {
namespace {

bool StartsWith(const std::vector<Token>& tokens, std::initializer_list<std::string_view> words) {
  return tokens.size() >= words.size() &&
         std::ranges::equal(
             words, tokens | std::views::take(words.size()),
             [](std::string_view word, const Token& token) { return IsWord(token, word); });
}

bool StartsWithAny(const std::vector<Token>& tokens,
                   std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return StartsWith(tokens, {word}); });
}

bool Has(const std::vector<Token>& tokens, std::string_view first, std::string_view second) {
  return std::ranges::adjacent_find(tokens, [&](const Token& a, const Token& b) {
           return IsWord(a, first) && IsWord(b, second);
         }) != tokens.end();
}

/// Whether a semicolon ends the statement: not in parentheses, and not in the body of a function
/// written in SQL.
class Nesting {
 public:
  void Take(const std::vector<Token>& tokens) {
    const Token& token = tokens.back();
    if (IsSymbol(token, "(")) ++parentheses_;
    if (IsSymbol(token, ")") && parentheses_ > 0) --parentheses_;
    if (!StartsWith(tokens, {"create"})) return;
    const Token* const before = tokens.size() > 1 ? &tokens[tokens.size() - 2] : nullptr;
    if (IsWord(token, "atomic") && before != nullptr && IsWord(*before, "begin")) ++bodies_;
    if (bodies_ == 0) return;
    if (IsWord(token, "case")) ++bodies_;
    if (IsWord(token, "end")) --bodies_;
  }
  bool Holds() const { return parentheses_ > 0 || bodies_ > 0; }

 private:
  int parentheses_ = 0;
  int bodies_ = 0;
};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class Splitter {
 public:
  explicit Splitter(std::string_view script)
      : script_(script), at_(script.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0) {}

  std::vector<ScriptStatement> Run() {
    while (TakeStatement()) {
    }
    return std::move(statements_);
  }

 private:
  [[noreturn]] void Fail(ErrorCode code, const std::string& what, std::size_t at,
                         const std::string& hint) {
    throw Error(code, "line " + std::to_string(LineOf(at)) + ": " + what, {}, hint);
  }

  Token Next() {
    const std::size_t from = at_;
    try {
      Token token = NextToken(script_, from);
      at_ = token.end;
      return token;
    } catch (const Error& error) {
      Fail(error.code(), "what begins here has no end", from, "");
    }
  }

  bool TakeStatement() {
    std::vector<Token> tokens;
    Nesting nesting;
    while (true) {
      Token token = Next();
      if (IsSymbol(token, "\\")) {
        TakeCommand(token.begin, tokens.empty());
        continue;
      }
      const bool ends = IsSymbol(token, ";") && !nesting.Holds();
      if (ends || token.kind == TokenKind::kEnd) {
        if (!tokens.empty()) Add(tokens);
        return ends;
      }
      tokens.push_back(std::move(token));
      nesting.Take(tokens);
    }
  }

  // A command of psql goes to the end of its line.
  void TakeCommand(std::size_t begin, bool alone) {
    at_ = std::min(script_.find('\n', begin), script_.size());
    const std::string_view line = script_.substr(begin, at_ - begin);
    const std::string_view name = line.substr(0, line.find_first_of(" \t\r"));
    if (alone && (name == "\\restrict" || name == "\\unrestrict")) return;
    Fail(ErrorCode::kNotSupported, "the script has a command of psql, " + std::string(name), begin,
         "Run the script in a database with psql, and name the database.");
  }

  void Add(const std::vector<Token>& tokens) {
    if (IsCopyOfRows(tokens)) {
      SkipRows();
      return;
    }
    const std::size_t begin = tokens.front().begin;
    if (StartsWithAny(tokens, {"rollback", "abort"}) ||
        StartsWith(tokens, {"prepare", "transaction"})) {
      Fail(ErrorCode::kNotSupported, "the script goes back in a transaction", begin,
           "Run the script in a database with psql, and name the database.");
    }
    statements_.push_back({TextOf(tokens), LineOf(begin), UseOf(tokens)});
  }

  static bool IsCopyOfRows(const std::vector<Token>& tokens) {
    return StartsWith(tokens, {"copy"}) && Has(tokens, "from", "stdin");
  }

  void SkipRows() {
    while (at_ < script_.size()) {
      at_ = std::min(script_.find('\n', at_), script_.size() - 1) + 1;
      const std::string_view rest = script_.substr(at_);
      if (rest.starts_with("\\.\n") || rest.starts_with("\\.\r\n") || rest == "\\.") {
        at_ += 2;
        return;
      }
    }
  }

  std::string TextOf(const std::vector<Token>& tokens) const {
    const std::size_t begin = tokens.front().begin;
    const std::size_t end = tokens.back().end;
    if (Has(tokens, "index", "concurrently")) {
      const Token& word = *std::ranges::find_if(
          tokens, [](const Token& token) { return IsWord(token, "concurrently"); });
      return std::string(script_.substr(begin, word.begin - begin)) +
             std::string(script_.substr(word.end, end - word.end));
    }
    return std::string(script_.substr(begin, end - begin));
  }

  static ScriptUse UseOf(const std::vector<Token>& tokens) {
    if (StartsWithAny(tokens, {"begin", "start", "commit", "end"})) return ScriptUse::kBracket;
    if (StartsWith(tokens, {"set"})) return ScriptUse::kSetting;
    if (StartsWith(tokens, {"alter"}) && Has(tokens, "owner", "to")) return ScriptUse::kOwner;
    if (StartsWith(tokens, {"create", "schema"}) && tokens.size() == 3 &&
        tokens[2].value == "public") {
      return ScriptUse::kPublic;
    }
    return ScriptUse::kRun;
  }

  // Asked for ever later places.
  std::size_t LineOf(std::size_t at) {
    line_ +=
        static_cast<std::size_t>(std::ranges::count(script_.substr(counted_, at - counted_), '\n'));
    counted_ = at;
    return line_;
  }

  std::string_view script_;
  std::size_t at_;
  std::size_t counted_ = 0;
  std::size_t line_ = 1;
  std::vector<ScriptStatement> statements_;
};

}  // namespace

std::vector<ScriptStatement> SplitScript(std::string_view script) {
  return Splitter(script).Run();
}

}  // namespace pggit
