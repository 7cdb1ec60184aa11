#pragma once

#include <string>
#include <vector>

#include "core/model/relation_parts.h"

namespace pggit {

/// A function that runs when DDL does.
struct EventTrigger {
  std::string event;              ///< ddl_command_end ...
  std::vector<std::string> tags;  ///< The commands it is for, as they were given; empty for all.
  std::string function;           ///< Qualified and quoted.
  Enabled enabled = Enabled::kOrigin;

  bool operator==(const EventTrigger&) const = default;
};

}  // namespace pggit
