#include "core/ddl/head.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/model/signature.h"

namespace pggit {
namespace {

std::string EscapeLine(std::string_view line) {
  std::string out;
  for (const char c : line) {
    switch (c) {
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\\': out += "\\\\"; break;
      default: out += c;
    }
  }
  return out;
}

std::string UnescapeLine(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '\\' || i + 1 == line.size()) {
      out += line[i];
      continue;
    }
    const char c = line[++i];
    out += c == 'n' ? '\n' : c == 'r' ? '\r' : c;
  }
  return out;
}

[[noreturn]] void Fail(std::string_view line) {
  throw Error(ErrorCode::kInvalidDefinition, "not a line of a definition's head",
              "Found: " + std::string(line));
}

// Takes what stands between double quotes off `text`, after the first of them.
std::string TakeQuoted(std::string_view& text) {
  std::string name;
  while (true) {
    const std::size_t quote = text.find('"');
    if (quote == std::string_view::npos) Fail(text);
    name += text.substr(0, quote);
    text.remove_prefix(quote + 1);
    if (!text.starts_with('"')) return name;
    name += '"';
    text.remove_prefix(1);
  }
}

// Takes one identifier off `text`, which is quoted when and only when it has to be.
std::string TakeName(std::string_view& text) {
  const std::string_view whole = text;
  std::string name;
  if (text.starts_with('"')) {
    text.remove_prefix(1);
    name = TakeQuoted(text);
  } else {
    const std::size_t end = std::min(text.find_first_of(" .:,("), text.size());
    name = text.substr(0, end);
    text.remove_prefix(end);
  }
  if (name.empty() || QuoteIdentifier(name) != whole.substr(0, whole.size() - text.size())) {
    Fail(whole);
  }
  return name;
}

std::string RenderElement(const Element& element) {
  std::string text(ElementKindName(element.kind));
  if (!element.name.empty()) text += ' ' + QuoteIdentifier(element.name);
  return text;
}

// Takes an element such as `column email` off `text`.
Element TakeElement(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of(" ,"), text.size());
  const auto kind = ElementKindFromName(text.substr(0, end));
  if (!kind) Fail(text);
  text.remove_prefix(end);
  Element element{*kind, ""};
  const bool named = text.starts_with(' ') && !text.starts_with(" needs ");
  if (named) {
    text.remove_prefix(1);
    element.name = TakeName(text);
  }
  return element;
}

// Where the first ": " outside quotes and parentheses is, or the end.
std::size_t FindColon(std::string_view text) {
  bool quoted = false;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (quoted) continue;
    if (text[i] == '(') ++depth;
    if (text[i] == ')') --depth;
    if (depth == 0 && text.substr(i).starts_with(": ")) return i;
  }
  return text.size();
}

std::string RenderNeed(const Dependency& need) {
  std::string line = RenderElement(need.element);
  if (!line.empty()) line += ' ';
  line += "needs " + Describe(need.on);
  std::string_view separator = ": ";
  for (const Element& element : need.elements) {
    line += separator;
    line += RenderElement(element);
    separator = ", ";
  }
  return line;
}

// The dependency that `line` holds, if it is a line of that form.
bool ParseNeed(std::string_view line, Dependency& need) {
  if (!line.starts_with("needs ")) {
    const std::size_t word = line.find(' ');
    if (word == std::string_view::npos || !ElementKindFromName(line.substr(0, word))) return false;
    need.element = TakeElement(line);
    if (!line.starts_with(" needs ")) return false;
    line.remove_prefix(1);
  }
  line.remove_prefix(std::string_view("needs ").size());
  const std::size_t colon = FindColon(line);
  need.on = ParseObjectId(line.substr(0, colon));
  if (colon == line.size()) return true;
  line.remove_prefix(colon + 2);
  while (true) {
    need.elements.push_back(TakeElement(line));
    if (line.empty()) return true;
    if (!line.starts_with(", ")) Fail(line);
    line.remove_prefix(2);
  }
}

void AppendLine(std::string& text, std::string_view line) {
  text += "-- ";
  text += EscapeLine(line);
  text += '\n';
}

}  // namespace

ObjectId ParseObjectId(std::string_view text) {
  // The longest kind name that fits: FOREIGN DATA WRAPPER before FOREIGN TABLE is no question, but
  // OPERATOR CLASS must win over OPERATOR.
  ObjectId id;
  std::size_t length = 0;
  for (int i = 0; i < kKindCount; ++i) {
    const auto kind = static_cast<Kind>(i);
    const std::string_view name = KindName(kind);
    if (name.size() > length && text.starts_with(name) &&
        text.substr(name.size()).starts_with(' ')) {
      id.kind = kind;
      length = name.size();
    }
  }
  if (length == 0) Fail(text);
  text.remove_prefix(length + 1);
  if (KindHasSchema(id.kind)) {
    id.schema = TakeName(text);
    if (!text.starts_with('.')) Fail(text);
    text.remove_prefix(1);
    if (id.kind == Kind::kOperator) {
      const std::size_t space = text.find(' ');
      if (space == 0 || space == std::string_view::npos) Fail(text);
      id.name = text.substr(0, space);
      text.remove_prefix(space + 1);
    } else {
      id.name = TakeName(text);
    }
  } else if (!KindIsNamedBySignature(id.kind)) {
    id.name = TakeName(text);
  }
  if (!IsSignature(id.kind, text)) Fail(text);
  id.signature = text;
  return id;
}

std::string RenderHead(const Head& head) {
  std::string text;
  AppendLine(text, Describe(head.id));
  for (const Dependency& need : head.needs) AppendLine(text, RenderNeed(need));
  for (const std::string& fact : head.facts) AppendLine(text, fact);
  return text;
}

Head TakeHead(std::string_view& text) {
  Head head;
  bool named = false;
  while (text.starts_with("-- ")) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line = UnescapeLine(text.substr(3, end - 3));
    text.remove_prefix(std::min(end + 1, text.size()));
    Dependency need;
    if (!named) {
      head.id = ParseObjectId(line);
      named = true;
    } else if (ParseNeed(line, need)) {
      head.needs.push_back(std::move(need));
    } else {
      head.facts.push_back(line);
    }
  }
  if (!named) Fail(text.substr(0, 40));
  return head;
}

}  // namespace pggit
