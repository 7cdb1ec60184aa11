#pragma once

#include <string>

namespace pggit {

/// An access method of tables or indexes.
struct AccessMethod {
  std::string type;  ///< TABLE or INDEX.
  std::string handler;

  bool operator==(const AccessMethod&) const = default;
};

}  // namespace pggit
