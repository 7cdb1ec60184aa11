#pragma once

#include <string>
#include <vector>

#include "core/model/option.h"

namespace pggit {

/// The code that reaches one sort of foreign data.
struct ForeignDataWrapper {
  std::string handler;          ///< Qualified and quoted; empty when it has none.
  std::string validator;        ///< The same.
  std::vector<Option> options;  ///< Sorted.

  bool operator==(const ForeignDataWrapper&) const = default;
};

/// One place foreign data comes from.
struct ForeignServer {
  std::string type;             ///< Empty when it has none.
  std::string version;          ///< The same.
  std::string wrapper;          ///< The name of its foreign-data wrapper.
  std::vector<Option> options;  ///< Sorted; without secrets.

  bool operator==(const ForeignServer&) const = default;
};

/// Who one role is to a server. Both are in its signature: FOR alice SERVER s.
struct UserMapping {
  std::vector<Option> options;  ///< Sorted; without secrets.

  bool operator==(const UserMapping&) const = default;
};

}  // namespace pggit
