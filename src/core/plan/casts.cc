#include "core/plan/casts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <vector>

namespace pggit {
namespace {

// A type's name taken apart: numeric(10,2)[] is {numeric, {10, 2}, [] }.
struct TypeName {
  std::string base;
  std::vector<int> modifiers;
  bool array = false;
};

TypeName Parse(const std::string& text) {
  TypeName type;
  std::string name = text;
  if (name.ends_with("[]")) {
    type.array = true;
    name.resize(name.size() - 2);
  }
  const std::size_t open = name.find('(');
  const std::size_t close = name.find(')', open);
  if (open == std::string::npos || close == std::string::npos || name.find('"') < open) {
    type.base = name;
    return type;
  }
  for (std::size_t at = open; at < close;) {
    int number = 0;
    const auto [end, error] = std::from_chars(name.data() + at + 1, name.data() + close, number);
    type.modifiers.push_back(error == std::errc() ? number : -1);
    at = static_cast<std::size_t>(end - name.data());
    while (at < close && name[at] != ',') ++at;
  }
  type.base = name.substr(0, open) + name.substr(close + 1);
  return type;
}

template <std::size_t N>
bool Among(const std::array<std::string_view, N>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

constexpr std::array<std::string_view, 6> kNumbers = {"smallint", "integer", "bigint",
                                                      "numeric",  "real",    "double precision"};
constexpr std::array<std::string_view, 4> kStrings = {"text", "character varying", "character",
                                                      "name"};
constexpr std::array<std::string_view, 3> kTimes = {"timestamp without time zone",
                                                    "timestamp with time zone", "date"};

// Pairs of types beside those with an assignment cast: either way.
constexpr std::array<std::array<std::string_view, 2>, 8> kAssignments = {{
    {"json", "jsonb"},
    {"cidr", "inet"},
    {"macaddr", "macaddr8"},
    {"time without time zone", "time with time zone"},
    {"time without time zone", "interval"},
    {"bit", "bit varying"},
    {"money", "numeric"},
    {"oid", "bigint"},
}};

bool IsString(const std::string& base) {
  return Among(kStrings, base);
}

bool HasAssignmentCast(const std::string& from, const std::string& to) {
  if (from == to || IsString(to)) return true;
  if (Among(kNumbers, from) && Among(kNumbers, to)) return true;
  if (Among(kTimes, from) && Among(kTimes, to)) return true;
  return std::ranges::any_of(kAssignments, [&](const auto& pair) {
    return (from == pair[0] && to == pair[1]) || (from == pair[1] && to == pair[0]);
  });
}

// Whether all values of numbers of one type are numbers of the other.
bool IsWiderNumber(const std::string& from, const std::string& to) {
  if (from == "smallint") return to != "smallint";
  if (from == "integer") return to == "bigint" || to == "numeric" || to == "double precision";
  if (from == "bigint") return to == "numeric";
  return from == "real" && to == "double precision";
}

// Whether a modifier of the same type only allows more.
bool IsWiderModifier(const TypeName& from, const TypeName& to) {
  if (to.modifiers.empty()) return true;
  if (from.modifiers.size() != to.modifiers.size()) return false;
  if (from.base == "numeric") {
    return from.modifiers.size() == 2 && from.modifiers[1] == to.modifiers[1] &&
           from.modifiers[0] <= to.modifiers[0];
  }
  return from.modifiers[0] <= to.modifiers[0];
}

// Types whose modifier is no part of how a value is stored.
bool KeepsItsForm(const std::string& base) {
  return base == "character varying" || base == "bit varying" || base == "numeric" ||
         base.starts_with("timestamp") || base.starts_with("time ");
}

}  // namespace

Retyping RetypeColumn(const std::string& column, const std::string& from, const std::string& to) {
  const TypeName old = Parse(from);
  const TypeName fresh = Parse(to);
  Retyping result;
  if (old.base == fresh.base && old.array == fresh.array) {
    result.lossless = IsWiderModifier(old, fresh);
    result.rewrite = !(result.lossless && KeepsItsForm(old.base));
    return result;
  }
  const bool string = IsString(fresh.base) && !fresh.array;
  const bool from_varying = old.base == "character varying" && !old.array;
  if (old.array == fresh.array && HasAssignmentCast(old.base, fresh.base)) {
    const bool to_text = fresh.base == "text" || fresh.base == "character varying";
    const bool from_text = old.base == "text" || old.base == "character varying";
    result.lossless = (to_text && fresh.modifiers.empty()) || IsWiderNumber(old.base, fresh.base);
    result.rewrite = !(to_text && fresh.modifiers.empty() && (from_text || from_varying));
    if (!old.array || string) return result;
    result.conversion = column + "::" + to;
    return result;
  }
  if (string) {
    result.lossless = fresh.base == "text" || fresh.modifiers.empty();
    if (old.array) result.conversion = column + "::" + to;
    return result;
  }
  const bool direct = (IsString(old.base) && !old.array) ||
                      (old.base == "integer" && fresh.base == "boolean") ||
                      (old.base == "boolean" && fresh.base == "integer");
  result.conversion = column + (direct ? "::" : "::text::") + to;
  return result;
}

}  // namespace pggit
