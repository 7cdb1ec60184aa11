#include "core/catalog/cells.h"

#include <algorithm>
#include <charconv>

#include "core/base/error.h"

namespace pggit {
namespace {

// Since its minor releases of 2026 the server keeps a counter of its own among a column's options;
// it says nothing of the schema.
constexpr std::string_view kAttributeVersion = "pg_attver";

// Nearly every column has it, and nothing else.
bool HoldsCounterOnly(std::string_view options) {
  return options.starts_with('{') && options.substr(1).starts_with(kAttributeVersion) &&
         options.substr(1 + kAttributeVersion.size()).starts_with('=') &&
         options.find_first_of(",\"") == std::string_view::npos;
}

std::int64_t ParseInteger(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw InternalError("catalog cell is not an integer: \"" + std::string(text) + '"');
  }
  return value;
}

}  // namespace

std::string_view Cells::Required() {
  const auto& cell = row_[at_++];
  if (!cell) throw InternalError("catalog cell " + std::to_string(at_) + " is null");
  return *cell;
}

std::string Cells::Text() {
  return std::string(Required());
}

std::string Cells::TextOrEmpty() {
  const auto& cell = row_[at_++];
  return cell ? std::string(*cell) : std::string();
}

std::string Cells::Expression() {
  const std::string text = TextOrEmpty();
  return text.substr(std::min(text.find_first_not_of(" \n"), text.size()));
}

std::string_view Cells::View() {
  return Required();
}

char Cells::Letter() {
  const std::string_view text = Required();
  return text.empty() ? '\0' : text.front();
}

bool Cells::Bool() {
  return Required() == "t";
}

std::int64_t Cells::Integer() {
  return ParseInteger(Required());
}

Oid32 Cells::Oid() {
  if (IsNull()) {
    Skip();
    return 0;
  }
  return static_cast<Oid32>(ParseInteger(Required()));
}

std::vector<std::string> Cells::Array() {
  if (IsNull()) {
    Skip();
    return {};
  }
  return ParseArray(Required());
}

std::vector<Oid32> Cells::OidVector() {
  return Numbers<Oid32>();
}

std::vector<int> Cells::IntegerVector() {
  return Numbers<int>();
}

// The integers of `1 -2 3` or `{1,-2,3}`; null gives none.
template <class Number>
std::vector<Number> Cells::Numbers() {
  std::vector<Number> numbers;
  if (IsNull()) {
    Skip();
    return numbers;
  }
  const std::string_view text = Required();
  numbers.reserve(4);
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at != end;) {
    Number number = 0;
    const auto [after, error] = std::from_chars(at, end, number);
    if (error == std::errc()) numbers.push_back(number);
    at = error == std::errc() ? after : at + 1;
  }
  return numbers;
}

std::vector<Option> Cells::Options() {
  std::vector<Option> options;
  if (!IsNull() && HoldsCounterOnly(*row_[at_])) {
    Skip();
    return options;
  }
  for (const std::string& setting : Array()) {
    const std::size_t equals = std::min(setting.find('='), setting.size());
    if (setting.substr(0, equals) == kAttributeVersion) continue;
    options.push_back({setting.substr(0, equals),
                       equals < setting.size() ? setting.substr(equals + 1) : std::string()});
  }
  std::sort(options.begin(), options.end());
  return options;
}

std::vector<std::string> ParseArray(std::string_view text) {
  std::vector<std::string> elements;
  if (text.size() < 2 || text.front() != '{') {
    throw InternalError("not a one-dimensional array: " + std::string(text));
  }
  std::size_t at = 1;
  while (text[at] != '}') {
    std::string element;
    if (text[at] == '"') {
      for (++at; text[at] != '"'; ++at) {
        if (text[at] == '\\') ++at;
        element += text[at];
      }
      ++at;
    } else {
      while (text[at] != ',' && text[at] != '}') element += text[at++];
      if (element == "NULL") element.clear();
    }
    elements.push_back(std::move(element));
    if (text[at] == ',') ++at;
  }
  return elements;
}

std::string ArrayText(const std::vector<std::string>& elements) {
  std::string text = "{";
  for (const std::string& element : elements) {
    text += text.size() > 1 ? ",\"" : "\"";
    for (const char c : element) {
      if (c == '"' || c == '\\') text += '\\';
      text += c;
    }
    text += '"';
  }
  return text + '}';
}

}  // namespace pggit
