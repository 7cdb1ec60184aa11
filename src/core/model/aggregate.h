#pragma once

#include <optional>
#include <string>

namespace pggit {

/// An aggregate. Functions are names, qualified and quoted, empty when there is none.
struct Aggregate {
  std::string arguments;  ///< With names and modes, or "*"; direct ones before ORDER BY.
  std::string transition_function;
  std::string state_type;
  std::string state_space;  ///< Empty for the default; a number of bytes.
  std::string final_function;
  bool final_extra = false;  ///< The final function is given the arguments' types too.
  std::string final_modify;  ///< READ_ONLY ...; empty for the default of the aggregate's sort.
  std::string combine_function;
  std::string serial_function;
  std::string deserial_function;
  std::optional<std::string> initial_condition;
  std::string moving_transition_function;
  std::string moving_inverse_function;
  std::string moving_state_type;
  std::string moving_state_space;
  std::string moving_final_function;
  bool moving_final_extra = false;
  std::string moving_final_modify;
  std::optional<std::string> moving_initial_condition;
  std::string sort_operator;  ///< OPERATOR(schema.symbols), or empty.
  std::string parallel;       ///< Empty for UNSAFE; SAFE or RESTRICTED.
  bool hypothetical = false;  ///< A hypothetical-set aggregate.

  bool operator==(const Aggregate&) const = default;
};

}  // namespace pggit
