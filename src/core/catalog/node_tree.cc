#include "core/catalog/node_tree.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/identifier.h"

namespace pggit {
namespace {

constexpr std::string_view kVariable = "{VAR ";
constexpr std::string_view kLocation = ":location ";

// A subscript puts all but variables in parentheses; the others hold rows of their own.
constexpr auto kNotDetachable = std::to_array<std::string_view>(
    {"{SUBSCRIPTINGREF ", "{SUBLINK ", "{SUBPLAN ", "{QUERY ", "{PARAM "});

bool IsDetachable(std::string_view node) {
  return std::ranges::none_of(kNotDetachable,
                              [&](std::string_view start) { return node.starts_with(start); });
}

// The value of the field `name` of `node`, whose fields are all plain; empty when there is none.
std::string_view Field(std::string_view node, std::string_view name) {
  const std::string label = " :" + std::string(name) + ' ';
  const std::size_t at = node.find(label);
  if (at == std::string_view::npos) return "";
  const std::string_view rest = node.substr(at + label.size());
  return rest.substr(0, rest.find_first_of(" }"));
}

bool IsNumber(std::string_view text) {
  return !text.empty() && (text.front() == '-' || (text.front() >= '0' && text.front() <= '9'));
}

// Appends the parameter that stands for the variable `node`; false when none can.
bool AppendParameter(std::string_view node, std::string& out) {
  const std::string_view number = Field(node, "varattno");
  // The whole row is 0, system columns are below.
  if (number.empty() || number.starts_with('-') || number == "0") return false;
  if (Field(node, "varlevelsup") != "0") return false;
  out += "{PARAM :paramkind 0 :paramid ";
  out += number;
  for (const auto& [ours, theirs] : {std::pair(" :paramtype ", "vartype"),
                                     {" :paramtypmod ", "vartypmod"},
                                     {" :paramcollid ", "varcollid"}}) {
    out += ours;
    out += Field(node, theirs);
  }
  out += " :location -1}";
  return true;
}

bool IsNameCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

// Whether the name is quoted for being a keyword, of which each version has its own list.
bool IsKeyword(const std::string& name) {
  return QuoteIdentifier(name) != name && std::ranges::all_of(name, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
         });
}

}  // namespace

std::optional<std::string> DetachedTree(std::string_view tree) {
  std::string out;
  out.reserve(tree.size() + 64);
  std::size_t copied = 0;
  // A name in a tree has its braces escaped; one that looks like a field is not followed by a
  // number.
  for (std::size_t at = 0; at < tree.size();) {
    if (tree[at] != '{' && tree[at] != ':') {
      ++at;
      continue;
    }
    const std::string_view rest = tree.substr(at);
    if (rest.starts_with(kLocation) && IsNumber(rest.substr(kLocation.size()))) {
      at += kLocation.size();
      out.append(tree, copied, at - copied);
      out += "-1";
      at = copied = std::min(tree.find_first_of(" })", at), tree.size());
    } else if (rest.starts_with(kVariable)) {
      out.append(tree, copied, at - copied);
      const std::size_t length = rest.find('}');
      if (length == std::string_view::npos) return std::nullopt;
      if (!AppendParameter(rest.substr(0, length), out)) return std::nullopt;
      at = copied = at + length + 1;
    } else {
      if (!IsDetachable(rest)) return std::nullopt;
      ++at;
    }
  }
  out.append(tree, copied);
  return out;
}

std::optional<std::string> WithColumnNames(std::string_view text, const FindColumn& find_column) {
  if (text.find('$') == std::string_view::npos) return std::string(text);
  std::string out;
  char quote = '\0';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';  // A doubled quote opens the text again at once.
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '$' && (at == 0 || !IsNameCharacter(text[at - 1]))) {
      int number = 0;
      const char* const begin = text.data() + at + 1;
      const auto [end, error] = std::from_chars(begin, text.data() + text.size(), number);
      const ColumnFacts* column = error == std::errc() ? find_column(number) : nullptr;
      if (!column || IsKeyword(column->name)) return std::nullopt;
      out += QuoteIdentifier(column->name);
      at += static_cast<std::size_t>(end - begin);
      continue;
    }
    out += c;
  }
  return out;
}

}  // namespace pggit
