#pragma once

#include <tuple>

#include "core/diff/parts.h"

namespace pggit {

// What tells the items of a list apart, for lists whose items are no parts of their own: options go
// by their names, grants by who has what from whom.

inline auto KeyOf(const Option& item) {
  return item.name;
}
inline auto KeyOf(const FunctionSetting& item) {
  return item.name;
}
inline auto KeyOf(const SecurityLabel& item) {
  return item.provider;
}
inline auto KeyOf(const Grant& item) {
  return std::tuple(item.grantee, item.grantor);
}
inline auto KeyOf(const MemberPrivileges& item) {
  return std::tuple(item.member, item.column);
}
inline auto KeyOf(const FamilyOperator& item) {
  return std::tuple(item.strategy, item.name);
}
inline auto KeyOf(const FamilyFunction& item) {
  return std::tuple(item.number, item.left_type, item.right_type);
}

template <class M>
inline constexpr bool kIsKeyedList = false;
template <class T>
inline constexpr bool kIsKeyedList<std::vector<T>> = requires(const T& item) {
  KeyOf(item);
};

template <class M>
inline constexpr bool kIsPlainList = false;
template <>
inline constexpr bool kIsPlainList<std::vector<std::string>> = true;

}  // namespace pggit
