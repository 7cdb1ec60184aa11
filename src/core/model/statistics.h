#pragma once

#include <string>
#include <vector>

namespace pggit {

/// What the planner is told to find out about several columns, or about expressions.
struct Statistics {
  std::vector<std::string> kinds;  ///< ndistinct, dependencies, mcv in this order; empty for all.
  std::string columns;  ///< Columns and expressions as the server prints them: a, b, lower(c).
  std::string table;    ///< Qualified and quoted.
  std::string target;   ///< How finely to look; empty for the default.

  bool operator==(const Statistics&) const = default;
};

}  // namespace pggit
