#include "core/plan/casts.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace pggit {
namespace {

// A type's name taken apart: numeric(10,2)[] is {numeric, {10, 2}, true}.
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

using Names = std::initializer_list<std::string_view>;

bool Among(const std::string& name, Names names) {
  return std::ranges::find(names, name) != names.end();
}

bool IsInteger(const std::string& base) {
  return Among(base, {"smallint", "integer", "bigint"});
}

bool IsNumber(const std::string& base) {
  return IsInteger(base) || Among(base, {"numeric", "real", "double precision"});
}

// The strings that hold what they are given, up to their length.
bool IsText(const std::string& base) {
  return base == "text" || base == "character varying";
}

bool IsString(const std::string& base) {
  return IsText(base) || base == "character" || base == "name";
}

bool IsTime(const std::string& base) {
  return Among(base, {"timestamp without time zone", "timestamp with time zone", "date"});
}

// Whether a modifier of the same type only allows more.
bool IsWiderModifier(const TypeName& from, const TypeName& to) {
  if (to.modifiers.empty()) return from.base != "bit" && from.base != "character";
  if (from.modifiers.size() != to.modifiers.size()) return false;
  if (from.base != "numeric") return from.modifiers[0] <= to.modifiers[0] && from.base != "bit";
  if (from.modifiers.size() != 2) return from.modifiers[0] <= to.modifiers[0];
  return from.modifiers[1] <= to.modifiers[1] &&
         from.modifiers[0] - from.modifiers[1] <= to.modifiers[0] - to.modifiers[1];
}

int Scale(const TypeName& type) {
  return type.modifiers.size() == 2 ? type.modifiers[1] : 0;
}

Fit FitOfModifier(const TypeName& from, const TypeName& to) {
  if (from.modifiers == to.modifiers || IsWiderModifier(from, to)) return Fit::kAll;
  if (Among(from.base, {"character varying", "character", "bit", "bit varying"})) {
    return Fit::kFails;
  }
  const bool rounds = from.base != "numeric" || from.modifiers.empty() || Scale(to) < Scale(from);
  return rounds ? Fit::kCuts : Fit::kFails;
}

// Types whose modifier is no part of how a value is stored.
bool KeepsItsForm(const TypeName& from, const TypeName& to) {
  if (from.base == "numeric") return to.modifiers.empty() || Scale(from) == Scale(to);
  return from.base == "character varying" || from.base == "bit varying" ||
         from.base.starts_with("timestamp") || from.base.starts_with("time ");
}

// Two types with an assignment cast from the one to the other, beside numbers, strings and times.
struct Cast {
  std::string_view from;
  std::string_view to;
  Fit fit;
};

constexpr Cast kCasts[] = {
    {"json", "jsonb", Fit::kCuts},  // The order of keys, and those that stand there twice.
    {"jsonb", "json", Fit::kAll},
    {"cidr", "inet", Fit::kAll},
    {"inet", "cidr", Fit::kCuts},
    {"macaddr", "macaddr8", Fit::kAll},
    {"macaddr8", "macaddr", Fit::kFails},
    {"time without time zone", "time with time zone", Fit::kAll},
    {"time with time zone", "time without time zone", Fit::kCuts},
    {"time without time zone", "interval", Fit::kAll},
    {"interval", "time without time zone", Fit::kCuts},
    {"bit", "bit varying", Fit::kAll},
    {"bit varying", "bit", Fit::kFails},
    {"money", "numeric", Fit::kAll},
    {"numeric", "money", Fit::kCuts},
    {"oid", "bigint", Fit::kAll},
    {"bigint", "oid", Fit::kFails},
};

Fit FitOfNumbers(const TypeName& from, const TypeName& to) {
  if (IsInteger(to.base)) {
    if (!IsInteger(from.base)) return Fit::kCuts;
    const bool wider = from.base == "smallint" || to.base == "bigint";
    return wider ? Fit::kAll : Fit::kFails;
  }
  if (to.base == "numeric") {
    if (!IsInteger(from.base)) return Fit::kCuts;
    return to.modifiers.empty() ? Fit::kAll : Fit::kFails;
  }
  const bool exact = from.base == "smallint" || (to.base == "double precision" &&
                                                 (from.base == "integer" || from.base == "real"));
  return exact ? Fit::kAll : Fit::kCuts;
}

// What an assignment cast does; none between most types.
std::optional<Fit> FitOfAssignment(const TypeName& from, const TypeName& to) {
  if (IsString(to.base)) {
    if (to.base == "name") return Fit::kCuts;
    return IsText(to.base) && to.modifiers.empty() ? Fit::kAll : Fit::kFails;
  }
  if (IsNumber(from.base) && IsNumber(to.base)) return FitOfNumbers(from, to);
  if (IsTime(from.base) && IsTime(to.base)) {
    const bool rounds = to.base == "date" || (from.base != "date" && !IsWiderModifier(from, to));
    return rounds ? Fit::kCuts : Fit::kAll;
  }
  for (const Cast& cast : kCasts) {
    if (cast.from != from.base || cast.to != to.base) continue;
    if (cast.fit != Fit::kAll || to.modifiers.empty()) return cast.fit;
    return to.base == "bit varying" ? Fit::kFails : Fit::kCuts;
  }
  return std::nullopt;
}

// Types that read from a text only what they can give back; others take dates with a time, digits
// beyond their precision and the like, and leave away what they have no place for.
Fit FitOfText(const TypeName& to) {
  const bool strict =
      IsInteger(to.base) || (to.base == "numeric" && to.modifiers.empty()) || to.base == "bit" ||
      Among(to.base, {"uuid", "boolean", "json", "xml", "bytea", "bit varying", "inet", "cidr"});
  return strict ? Fit::kFails : Fit::kCuts;
}

std::string Unlimited(const TypeName& type) {
  return (type.base == "bit" ? "bit varying" : type.base) + (type.array ? "[]" : "");
}

}  // namespace

Retyping RetypeColumn(const std::string& column, const std::string& from, const std::string& to) {
  const TypeName old = Parse(from);
  const TypeName fresh = Parse(to);
  Retyping result;
  if (old.base == fresh.base && old.array == fresh.array) {
    result.fit = FitOfModifier(old, fresh);
    result.rewrite = result.fit != Fit::kAll || !KeepsItsForm(old, fresh);
    result.comparable = true;
    return result;
  }
  const bool same_form = old.array == fresh.array;
  const std::optional<Fit> assigned = FitOfAssignment(old, fresh);
  if (assigned && (same_form || (IsString(fresh.base) && !fresh.array))) {
    const bool texts = same_form && IsText(old.base) && IsText(fresh.base);
    const auto zoned = [](const TypeName& type) {
      return type.base.find(" with time zone") != std::string::npos;
    };
    result.fit = *assigned;
    result.by_zone = same_form && !IsString(fresh.base) && zoned(old) != zoned(fresh);
    result.rewrite = !texts || !fresh.modifiers.empty();
    // A type of the user's may have a cast to text that has to be asked for.
    if (old.base.find('.') != std::string::npos) {
      result.conversion = column + (same_form && fresh.array ? "::text[]" : "::text");
    }
    result.comparable = texts || (same_form && IsInteger(old.base) && IsInteger(fresh.base));
    return result;
  }
  const bool plain = !old.array && !fresh.array;
  const bool to_number = plain && old.base == "boolean" && fresh.base == "integer";
  const bool to_boolean = plain && old.base == "integer" && fresh.base == "boolean";
  const bool direct = to_number || to_boolean || (IsString(old.base) && !old.array);
  result.fit = to_number ? Fit::kAll : to_boolean ? Fit::kCuts : FitOfText(fresh);
  result.conversion = column + (direct ? "::" : "::text::") + Unlimited(fresh);
  return result;
}

}  // namespace pggit
