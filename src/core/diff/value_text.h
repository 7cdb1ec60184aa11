#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diff/fields.h"

namespace pggit {

// A member's value as people read it in a difference. Different values of one member have different
// texts but where a list's elements hold its separator.

inline const std::string& ValueText(const std::string& value) {
  return value;
}
inline std::string ValueText(bool value) {
  return value ? "yes" : "";
}
template <std::integral T>
requires(!std::same_as<T, bool>) std::string ValueText(T value) {
  return std::to_string(value);
}

std::string ValueText(Enabled value);
std::string ValueText(Generated value);
std::string ValueText(ConstraintKind value);
std::string ValueText(CastMethod value);
std::string ValueText(CastContext value);
std::string ValueText(const Option& value);
std::string ValueText(const SecurityLabel& value);
std::string ValueText(const Grant& value);
std::string ValueText(const Privileges& value);
std::string ValueText(const Dependency& value);

/// Adds a member to the text of the value it is in; one that says nothing is left out.
void AddMember(std::string& text, std::string_view name, std::string_view member);

/// A value that has members itself: `increment 2, cycle yes`.
template <class T>
requires kHasFields<T> std::string ValueText(const T& value);

template <class T>
std::string ValueText(const std::optional<T>& value);

template <class T>
std::string ValueText(const std::vector<T>& values) {
  std::string text;
  for (const T& value : values) {
    if (!text.empty()) text += ", ";
    text += ValueText(value);
  }
  return text;
}

template <class T>
requires kHasFields<T> std::string ValueText(const T& value) {
  std::string text;
  EachField(&value, [&](const char* name, auto member) {
    AddMember(text, name, ValueText(value.*member));
  });
  return text;
}

template <class T>
std::string ValueText(const std::optional<T>& value) {
  return value ? ValueText(*value) : std::string();
}

}  // namespace pggit
