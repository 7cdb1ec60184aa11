#include "core/ddl/blank_secrets.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/base/secrets.h"
#include "core/ddl/lexer.h"

namespace pggit {
namespace {

constexpr std::string_view kBlank = "'***'";

char Small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Whether `text` goes on with `word` at `at`.
bool GoesOnWith(std::string_view text, std::size_t at, std::string_view word) {
  return text.size() - at >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char a, char b) { return a == Small(b); });
}

// DDL writes secrets after three words alone; most statements are told apart here without being
// read, in one pass.
bool MayHoldSecret(std::string_view sql) {
  for (std::size_t i = 0; i < sql.size(); ++i) {
    switch (sql[i] | 0x20) {
      case 'p':
        if (GoesOnWith(sql, i, "password")) return true;
        break;
      case 'o':
        if (GoesOnWith(sql, i, "options")) return true;
        break;
      case 'c':
        if (GoesOnWith(sql, i, "connection")) return true;
        break;
      default: break;
    }
  }
  return false;
}

std::string UntilFirstLiteral(std::string_view sql) {
  return std::string(sql.substr(0, sql.find_first_of("'$"))) + "***";
}

// What stands before the literal `tokens[at]`: of U&'' and its kin the prefix is part of it.
const Token* Before(const std::vector<Token>& tokens, std::size_t at) {
  if (at >= 2 && tokens[at - 1].value == "&" && IsWord(tokens[at - 2], "u")) at -= 2;
  if (at >= 1 && IsWord(tokens[at - 1], "n") && tokens[at - 1].end == tokens[at].begin) --at;
  return at > 0 ? &tokens[at - 1] : nullptr;
}

// What is to stand for the literal `text`, which decodes to `token.value`.
std::string Replacement(std::string_view text, const Token& token, const Token* before) {
  if (before != nullptr && IsWord(*before, "connection")) {
    const std::string kept = ConnectionWithoutSecrets(token.value);
    return kept == token.value ? std::string(text) : QuoteLiteral(kept);
  }
  if (before != nullptr && IsName(*before) && IsSecretOption(before->value)) {
    return std::string(kBlank);
  }
  const bool dollar = text.starts_with('$');
  const bool body =
      dollar || (before != nullptr && (IsWord(*before, "do") || IsWord(*before, "as")));
  if (!body || !MayHoldSecret(token.value)) return std::string(text);
  const std::string kept = BlankSecrets(token.value);
  if (kept == token.value) return std::string(text);
  if (!dollar) return QuoteLiteral(kept);
  const std::string_view tag = text.substr(0, text.find('$', 1) + 1);
  return std::string(tag) + kept + std::string(tag);
}

}  // namespace

std::string BlankSecrets(std::string_view sql) {
  if (!MayHoldSecret(sql)) return std::string(sql);
  std::vector<Token> tokens;
  try {
    tokens = Lex(sql);
  } catch (const Error&) {
    return UntilFirstLiteral(sql);
  }
  std::string result;
  std::size_t copied = 0;
  bool blanked = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.kind != TokenKind::kString) {
      blanked = false;
      continue;
    }
    const std::string_view text = sql.substr(token.begin, token.end - token.begin);
    // A literal goes on in the next line: 'sec' 'ret'.
    const std::string kept =
        blanked ? std::string(kBlank) : Replacement(text, token, Before(tokens, i));
    blanked = kept == kBlank;
    if (kept == text) continue;
    result += sql.substr(copied, token.begin - copied);
    result += kept;
    copied = token.end;
  }
  return result.append(sql.substr(copied));
}

std::string BlankLiterals(std::string_view sql) {
  std::vector<Token> tokens;
  try {
    tokens = Lex(sql);
  } catch (const Error&) {
    return UntilFirstLiteral(sql);
  }
  std::string result;
  std::size_t copied = 0;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::kString) continue;
    result += sql.substr(copied, token.begin - copied);
    result += kBlank;
    copied = token.end;
  }
  return result.append(sql.substr(copied));
}

}  // namespace pggit
