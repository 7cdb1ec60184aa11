#pragma once

#include <compare>
#include <string>
#include <vector>

namespace pggit {

/// A setting that holds while a function runs.
struct FunctionSetting {
  std::string name;                 ///< As the server keeps it: search_path, DateStyle, app.user.
  std::vector<std::string> values;  ///< One, or for a list of names (search_path) each of them.

  auto operator<=>(const FunctionSetting&) const = default;
};

/// A function or a procedure. The code is either `source` alone, or `library` with the symbol in
/// `source`, or `sql_body`.
struct Function {
  std::string arguments;  ///< With names, modes and defaults, as the server prints them.
  std::string result;     ///< What RETURNS takes; empty for a procedure.
  std::string language;
  std::vector<std::string> transforms;  ///< The types of TRANSFORM FOR TYPE, in their order.
  bool window = false;
  std::string volatility;  ///< Empty for VOLATILE; STABLE or IMMUTABLE.
  bool strict = false;
  bool security_definer = false;
  bool leakproof = false;
  std::string cost;      ///< Empty when it is the language's default.
  std::string rows;      ///< Empty for the default.
  std::string support;   ///< The planner support function, qualified and quoted, or empty.
  std::string parallel;  ///< Empty for UNSAFE; SAFE or RESTRICTED.
  std::vector<FunctionSetting> settings;  ///< In their order.
  std::string library;                    ///< Of a C function: the file.
  std::string source;                     ///< The text between AS and the end.
  std::string sql_body;                   ///< BEGIN ATOMIC ... END, or RETURN and an expression.

  bool operator==(const Function&) const = default;
};

}  // namespace pggit
