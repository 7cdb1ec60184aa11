#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/model/schema.h"

namespace pggit {

// Which members of a definition are lists of parts, and what each part is called: the parts are
// compared one by one, by their names.

inline Element PartElement(const Column& part) {
  return {ElementKind::kColumn, part.name};
}
inline Element PartElement(const ColumnSettings& part) {
  return {ElementKind::kColumn, part.name};
}
inline Element PartElement(const ViewColumn& part) {
  return {ElementKind::kColumn, part.name};
}
inline Element PartElement(const TypeAttribute& part) {
  return {ElementKind::kColumn, part.name};
}
inline Element PartElement(const ColumnDefault& part) {
  return {ElementKind::kDefault, part.column};
}
inline Element PartElement(const Constraint& part) {
  return {ElementKind::kConstraint, part.name};
}
inline Element PartElement(const Index& part) {
  return {ElementKind::kIndex, part.name};
}
inline Element PartElement(const Rule& part) {
  return {ElementKind::kRule, part.name};
}
inline Element PartElement(const Trigger& part) {
  return {ElementKind::kTrigger, part.name};
}
inline Element PartElement(const Policy& part) {
  return {ElementKind::kPolicy, part.name};
}
inline Element PartElement(const TextSearchMapping& part) {
  return {ElementKind::kMember, part.token_type};
}
inline Element PartElement(const PublishedTable& part) {
  return {ElementKind::kMember, part.table};
}

template <class M>
inline constexpr bool kIsPartList = false;
template <class P>
inline constexpr bool kIsPartList<std::vector<P>> = requires(const P& part) {
  PartElement(part);
};

/// Whether parts can only be added at the end, as columns.
template <class P>
inline constexpr bool kKeepsOrder =
    std::is_same_v<P, Column> || std::is_same_v<P, ViewColumn> || std::is_same_v<P, TypeAttribute>;

template <class P>
std::string_view PartName(const P& part) {
  if constexpr (std::is_same_v<P, ColumnDefault>) {
    return part.column;
  } else if constexpr (std::is_same_v<P, TextSearchMapping>) {
    return part.token_type;
  } else if constexpr (std::is_same_v<P, PublishedTable>) {
    return part.table;
  } else {
    return part.name;
  }
}

template <class P>
const P* FindPart(const std::vector<P>& parts, std::string_view name) {
  const auto found =
      std::ranges::find_if(parts, [&](const P& part) { return PartName(part) == name; });
  return found == parts.end() ? nullptr : &*found;
}

/// Whether the parts begin with those named, in that order.
template <class P>
bool StartsWith(const std::vector<P>& parts, const std::vector<std::string_view>& names) {
  return parts.size() >= names.size() &&
         std::equal(names.begin(), names.end(), parts.begin(),
                    [](std::string_view name, const P& part) { return name == PartName(part); });
}

/// The names, with commas between them.
template <class P>
std::string Names(const std::vector<P>& parts) {
  std::string text;
  for (const P& part : parts) {
    if (!text.empty()) text += ", ";
    text += PartName(part);
  }
  return text;
}

/// The parts that the definition of `object` lists.
std::set<Element> ListedParts(const Object& object);

/// What form of type it is; no other kind has forms.
inline std::string FormName(const Definition& definition) {
  if (std::holds_alternative<EnumType>(definition)) return "enum";
  if (std::holds_alternative<RangeType>(definition)) return "range";
  if (std::holds_alternative<BaseType>(definition)) return "base";
  if (std::holds_alternative<CompositeType>(definition)) return "composite";
  return "shell";
}

}  // namespace pggit
