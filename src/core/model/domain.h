#pragma once

#include <string>
#include <vector>

#include "core/model/relation_parts.h"

namespace pggit {

/// A domain.
struct Domain {
  std::string base_type;           ///< As SQL names it, with its modifier.
  std::string collation;           ///< Qualified and quoted; empty when it is the base type's own.
  bool not_null = false;           ///< By a constraint without a name of its own.
  std::string default_expression;  ///< Empty when there is none.
  std::vector<Constraint> constraints;  ///< Checks, and a NOT NULL that has a name. Sorted by name.

  bool operator==(const Domain&) const = default;
};

}  // namespace pggit
