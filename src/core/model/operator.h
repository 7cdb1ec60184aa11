#pragma once

#include <string>

namespace pggit {

/// An operator. Functions are names, qualified and quoted; other operators are written
/// OPERATOR(schema.symbols) and need not exist before this one.
struct Operator {
  std::string function;
  std::string left_type;  ///< Empty for a prefix operator.
  std::string right_type;
  std::string commutator;
  std::string negator;
  std::string restriction;  ///< The selectivity estimator of RESTRICT.
  std::string join;         ///< The selectivity estimator of JOIN.
  bool hashes = false;
  bool merges = false;

  bool operator==(const Operator&) const = default;
};

}  // namespace pggit
