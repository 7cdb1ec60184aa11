#pragma once

#include <string_view>

namespace pggit {

/// A setting that the statements of a plan are written for.
struct PlanSetting {
  std::string_view name;
  std::string_view value;
  bool is_word = false;  ///< SQL writes the value without quotes.
};

inline constexpr PlanSetting kPlanSettings[] = {
    {"search_path", ""},
    {"check_function_bodies", "false", true},
    {"xmloption", "content", true},
    {"standard_conforming_strings", "on", true},
    {"DateStyle", "ISO, YMD"},
    {"IntervalStyle", "postgres"},
    {"TimeZone", "UTC"},
    {"extra_float_digits", "3", true},
    {"default_tablespace", ""},
    {"default_table_access_method", "heap", true},
    {"row_security", "off", true},
};

/// How long a statement of an online plan waits for a lock, with all that come after it waiting
/// behind it.
inline constexpr std::string_view kOnlineLockTimeout = "2s";

}  // namespace pggit
