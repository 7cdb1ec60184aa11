#include "core/ddl/cursor.h"

#include <algorithm>

#include "core/base/error.h"

namespace pggit {
namespace {

bool WordIs(const Token& token, std::string_view upper) {
  return token.kind == TokenKind::kWord && token.value.size() == upper.size() &&
         std::equal(upper.begin(), upper.end(), token.value.begin(), [](char u, char l) {
           return (u >= 'A' && u <= 'Z' ? static_cast<char>(u - 'A' + 'a') : u) == l;
         });
}

bool StartsWord(std::string_view stop) {
  return !stop.empty() && stop.front() >= 'A' && stop.front() <= 'Z';
}

}  // namespace

const Token& Cursor::Peek(std::size_t ahead) const {
  return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

// How many tokens the words of `phrase` take here, or 0 when they do not come next.
std::size_t Cursor::MatchPhrase(std::string_view phrase) const {
  std::size_t count = 0;
  while (!phrase.empty()) {
    const std::string_view word = phrase.substr(0, phrase.find(' '));
    if (!WordIs(Peek(count), word)) return 0;
    ++count;
    phrase.remove_prefix(std::min(word.size() + 1, phrase.size()));
  }
  return count;
}

bool Cursor::Sees(std::string_view phrase) const {
  return MatchPhrase(phrase) > 0;
}

bool Cursor::Accept(std::string_view phrase) {
  const std::size_t count = MatchPhrase(phrase);
  at_ += count;
  return count > 0;
}

void Cursor::Expect(std::string_view phrase) {
  if (!Accept(phrase)) Fail(phrase);
}

bool Cursor::SeesSymbol(std::string_view symbol) const {
  return IsSymbol(Peek(), symbol);
}

bool Cursor::AcceptSymbol(std::string_view symbol) {
  if (!SeesSymbol(symbol)) return false;
  ++at_;
  return true;
}

void Cursor::ExpectSymbol(std::string_view symbol) {
  if (!AcceptSymbol(symbol)) Fail(symbol);
}

std::string Cursor::Name() {
  if (!IsName(Peek())) Fail("a name");
  return tokens_[at_++].value;
}

std::string Cursor::QualifiedText() {
  const std::size_t begin = at_;
  Name();
  if (AcceptSymbol(".")) Name();
  return TextSince(begin);
}

std::string Cursor::String() {
  if (Peek().kind != TokenKind::kString) Fail("a string");
  return tokens_[at_++].value;
}

std::string Cursor::Number() {
  const std::string sign = AcceptSymbol("-") ? "-" : "";
  if (Peek().kind != TokenKind::kNumber) Fail("a number");
  return sign + tokens_[at_++].value;
}

std::string Cursor::Verbatim() {
  if (AtEnd()) Fail("more");
  ++at_;
  return TextSince(at_ - 1);
}

std::string Cursor::TextUntil(std::initializer_list<std::string_view> stops) {
  const std::size_t begin = at_;
  int depth = 0;
  for (; !AtEnd(); ++at_) {
    const Token& token = Peek();
    if (depth == 0) {
      // What follows a dot is a name, whatever keyword it looks like.
      const bool is_name = at_ > begin && IsSymbol(tokens_[at_ - 1], ".");
      const bool stop = std::any_of(stops.begin(), stops.end(), [&](std::string_view s) {
        return StartsWord(s) ? !is_name && Sees(s) : IsSymbol(token, s);
      });
      if (stop) break;
    }
    if (IsSymbol(token, "(") || IsSymbol(token, "[")) ++depth;
    if (IsSymbol(token, ")") || IsSymbol(token, "]")) {
      if (depth == 0) break;
      --depth;
    }
  }
  return TextSince(begin);
}

std::string Cursor::Parenthesized() {
  ExpectSymbol("(");
  std::string text = TextUntil({});
  ExpectSymbol(")");
  return text;
}

std::vector<Option> Cursor::Options() {
  std::vector<Option> options;
  ExpectSymbol("(");
  do {
    Option option;
    option.name = Name();
    if (AcceptSymbol(".")) option.name += '.' + Name();
    AcceptSymbol("=");
    option.value = String();
    options.push_back(std::move(option));
  } while (AcceptSymbol(","));
  ExpectSymbol(")");
  return options;
}

std::string Cursor::TextSince(std::size_t position) const {
  if (position >= at_) return {};
  const std::size_t begin = tokens_[position].begin;
  return std::string(sql_.substr(begin, tokens_[at_ - 1].end - begin));
}

void Cursor::Fail(std::string_view wanted) const {
  const std::size_t at = Peek().begin;
  const auto line =
      1 + std::count(sql_.begin(), sql_.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  throw Error(ErrorCode::kInvalidDefinition,
              "expected " + std::string(wanted) + " at line " + std::to_string(line),
              AtEnd() ? "The text ends here."
                      : "Found: " + std::string(sql_.substr(
                                        at, std::min<std::size_t>(sql_.size() - at, 40))));
}

}  // namespace pggit
