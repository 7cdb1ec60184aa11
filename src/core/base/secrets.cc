#include "core/base/secrets.h"

#include <algorithm>

namespace pggit {
namespace {

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool IsSpace(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string PercentDecoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && HexDigit(text[i + 1]) >= 0 &&
                        HexDigit(text[i + 2]) >= 0;
    if (!escape) {
      decoded += text[i];
      continue;
    }
    decoded += static_cast<char>(HexDigit(text[i + 1]) * 16 + HexDigit(text[i + 2]));
    i += 2;
  }
  return decoded;
}

// postgresql://user:password@host/db?keyword=value&...
std::string UriWithoutSecrets(std::string_view uri) {
  const std::size_t authority = uri.find("//") + 2;
  std::string result(uri.substr(0, authority));
  std::string_view rest = uri.substr(authority);
  const std::size_t at = rest.find_first_of("@/");
  if (at != std::string_view::npos && rest[at] == '@') {
    result += rest.substr(0, std::min(rest.find(':'), at));
    rest.remove_prefix(at);
  }
  const std::size_t question = std::min(rest.find('?'), rest.size());
  result += rest.substr(0, question);
  rest.remove_prefix(question);
  char separator = '?';
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const std::string_view parameter = rest.substr(0, rest.find('&'));
    rest.remove_prefix(parameter.size());
    if (IsSecretOption(PercentDecoded(parameter.substr(0, parameter.find('='))))) continue;
    result += separator;
    result += parameter;
    separator = '&';
  }
  return result;
}

// Takes `keyword = value` off the front of `text`, as it is written; tells the keyword.
std::string_view TakeSetting(std::string_view& text, std::string_view& keyword) {
  std::size_t at = 0;
  const auto skip_space = [&] {
    while (at < text.size() && IsSpace(text[at])) ++at;
  };
  while (at < text.size() && text[at] != '=' && !IsSpace(text[at])) ++at;
  keyword = text.substr(0, at);
  skip_space();
  if (at < text.size() && text[at] == '=') ++at;
  skip_space();
  const bool quoted = at < text.size() && text[at] == '\'';
  if (quoted) ++at;
  while (at < text.size() && (quoted ? text[at] != '\'' : !IsSpace(text[at]))) {
    at += text[at] == '\\' ? 2U : 1U;
  }
  if (quoted) ++at;
  at = std::min(at, text.size());
  const std::string_view setting = text.substr(0, at);
  skip_space();
  text.remove_prefix(at);
  return setting;
}

}  // namespace

bool IsSecretOption(std::string_view name) {
  const std::string lower = Lower(name);
  if (lower.ends_with("_required")) return false;
  if (lower == "passfile" || lower == "pass" || lower == "pwd" || lower.ends_with("key")) {
    return true;
  }
  constexpr std::string_view kMarks[] = {"password", "passwd", "passphrase",
                                         "secret",   "token",  "credential"};
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return lower.find(mark) != std::string::npos; });
}

std::string ConnectionWithoutSecrets(std::string_view connection) {
  if (connection.starts_with("postgresql://") || connection.starts_with("postgres://")) {
    return UriWithoutSecrets(connection);
  }
  std::string result;
  std::string_view rest = connection;
  bool secret = false;
  while (!rest.empty() && IsSpace(rest.front())) rest.remove_prefix(1);
  while (!rest.empty()) {
    std::string_view keyword;
    const std::string_view setting = TakeSetting(rest, keyword);
    if (IsSecretOption(keyword)) {
      secret = true;
      continue;
    }
    if (!result.empty()) result += ' ';
    result += setting;
  }
  return secret ? result : std::string(connection);
}

}  // namespace pggit
