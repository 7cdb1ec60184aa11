#include "core/store/signature.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "core/base/error.h"

namespace pggit {
namespace {

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

bool IsZone(std::string_view zone) {
  return zone.size() == 5 && (zone[0] == '+' || zone[0] == '-') &&
         std::ranges::all_of(zone.substr(1), IsDigit);
}

// A part of the line that its delimiters could not tell from the rest.
bool HasDelimiter(std::string_view text) {
  return text.find_first_of(std::string_view("<>\n\0", 4)) != std::string_view::npos;
}

// What git strips from both ends of a name.
bool IsCrud(char c) {
  return static_cast<unsigned char>(c) <= 32 ||
         std::string_view(".,:;<>\"\\'").find(c) != std::string_view::npos;
}

}  // namespace

std::string SignatureText(const Signature& signature) {
  if (HasDelimiter(signature.name) || HasDelimiter(signature.email)) {
    throw Error(ErrorCode::kInvalidArgument,
                "name and address of an author may not hold \"<\", \">\" or line ends");
  }
  if (signature.seconds < 0 || !IsZone(signature.zone)) {
    throw Error(ErrorCode::kInvalidArgument,
                "time of an author must be in 1970 or later, its zone like \"+0200\"");
  }
  return PersonText(signature) + ' ' + std::to_string(signature.seconds) + ' ' + signature.zone;
}

std::string PersonText(const Signature& signature) {
  return signature.name + " <" + signature.email + '>';
}

Signature ParseSignature(std::string_view text) {
  const auto fail = [&] {
    return Error(ErrorCode::kIntegrity, "malformed signature \"" + std::string(text) + "\"");
  };
  const std::size_t open = text.find('<');
  const std::size_t close = text.find("> ");
  if (open == std::string_view::npos || open == 0 || text[open - 1] != ' ' ||
      close == std::string_view::npos || close < open) {
    throw fail();
  }
  Signature signature;
  signature.name = text.substr(0, open - 1);
  signature.email = text.substr(open + 1, close - open - 1);
  const std::string_view when = text.substr(close + 2);
  const std::size_t space = when.find(' ');
  if (space == std::string_view::npos) throw fail();
  const std::string_view seconds = when.substr(0, space);
  const auto [end, problem] =
      std::from_chars(seconds.data(), seconds.data() + seconds.size(), signature.seconds);
  if (problem != std::errc() || end != seconds.data() + seconds.size()) throw fail();
  signature.zone = when.substr(space + 1);
  if (HasDelimiter(signature.name) || HasDelimiter(signature.email) || signature.seconds < 0 ||
      !IsZone(signature.zone) || SignatureText(signature) != text) {
    throw fail();
  }
  return signature;
}

std::string UtcText(std::int64_t seconds) {
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  const auto padded = [](std::int64_t number, std::size_t digits) {
    std::string text = std::to_string(number);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
  };
  return padded(static_cast<int>(date.year()), 4) + '-' +
         padded(static_cast<unsigned>(date.month()), 2) + '-' +
         padded(static_cast<unsigned>(date.day()), 2) + ' ' + padded(clock.hours().count(), 2) +
         ':' + padded(clock.minutes().count(), 2) + ':' + padded(clock.seconds().count(), 2) +
         "+00";
}

std::string CleanName(std::string_view text) {
  while (!text.empty() && IsCrud(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsCrud(text.back())) text.remove_suffix(1);
  std::string clean;
  for (const char c : text) {
    if (!HasDelimiter({&c, 1})) clean += c;
  }
  return clean;
}

}  // namespace pggit
