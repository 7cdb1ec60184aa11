#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ddl/cursor.h"

namespace pggit {

/// Writes the list of parameters that CREATE AGGREGATE, OPERATOR and the like take, one a line:
///
///     (
///         SFUNC = public.f,
///         HYPOTHETICAL
///     )
///
/// Parameters without a value in the model are left out.
class ParameterWriter {
 public:
  /// A parameter whose value is SQL text: a name, a type, a number.
  void Add(std::string_view name, const std::string& value);
  /// One whose value is a string.
  void Add(std::string_view name, const std::optional<std::string>& value);
  /// One that stands alone.
  void Add(std::string_view name, bool value);

  std::string Text() const;

 private:
  std::vector<std::string> lines_;
};

/// Takes such a list apart again, by the same calls in the same order.
class ParameterReader {
 public:
  /// Starts on the opening parenthesis; `cursor` must outlive the reader.
  explicit ParameterReader(Cursor& cursor);

  void Add(std::string_view name, std::string& value);
  void Add(std::string_view name, std::optional<std::string>& value);
  void Add(std::string_view name, bool& value);

  /// Expects the closing parenthesis.
  void Finish();

 private:
  bool Begin(std::string_view name);

  Cursor& cursor_;
  bool first_ = true;
};

}  // namespace pggit
