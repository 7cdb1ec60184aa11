#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/identifier.h"
#include "core/ddl/cursor.h"
#include "core/ddl/text.h"

namespace pggit {

/// One setting of a statement such as CREATE TYPE, which lists its settings as NAME = value, and
/// where a `T` keeps it: as SQL text, or, for a literal, as the text it stands for. An empty one is
/// left out.
template <class T>
struct Setting {
  std::string_view name;
  std::string T::*value;
  bool literal = false;
};

/// Appends `NAME = value` for each of `settings` that `object` has.
template <class T>
void AppendSettings(std::span<const Setting<T>> settings, const T& object,
                    std::vector<std::string>& lines) {
  for (const Setting<T>& setting : settings) {
    const std::string& value = object.*setting.value;
    if (value.empty()) continue;
    lines.push_back(std::string(setting.name) + " = " +
                    (setting.literal ? QuoteLiteral(value) : value));
  }
}

/// Reads the one of `settings` that comes next into `object`; false when it is none of them.
template <class T>
bool ParseSetting(Cursor& cursor, std::span<const Setting<T>> settings, T& object) {
  for (const Setting<T>& setting : settings) {
    if (!cursor.Accept(setting.name)) continue;
    cursor.ExpectSymbol("=");
    object.*setting.value = setting.literal ? cursor.String() : cursor.TextUntil({","});
    return true;
  }
  return false;
}

/// Reads `(NAME = value, ...)`; `other` reads what is none of `settings`.
template <class T, class Other>
void ParseSettings(Cursor& cursor, std::span<const Setting<T>> settings, T& object, Other other) {
  cursor.ExpectSymbol("(");
  while (!cursor.SeesSymbol(")")) {
    if (!ParseSetting(cursor, settings, object)) other();
    if (!cursor.AcceptSymbol(",")) break;
  }
  cursor.ExpectSymbol(")");
}

/// The same where there is nothing else.
template <class T>
void ParseSettings(Cursor& cursor, std::span<const Setting<T>> settings, T& object) {
  ParseSettings(cursor, settings, object, [&] { cursor.Fail("a setting"); });
}

/// `(`, each of `lines` on a line of its own, `)`.
inline std::string InParentheses(const std::vector<std::string>& lines) {
  return lines.empty() ? "(\n)" : "(\n    " + Join(lines, ",\n    ") + "\n)";
}

}  // namespace pggit
