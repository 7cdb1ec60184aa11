#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan/plan.h"
#include "core/plan/state_id.h"

namespace pggit {

/// What the script of a plan says of itself in its first line, so that whoever runs it can tell
/// whether a database is the one that it was made for:
///
///     -- pggit plan 1, steps 12, online, with owners, from <64 digits> to <64 digits>
///
/// What does not hold is left out. docs/formats/plan.md has the whole script.
struct PlanHead {
  std::string from;  ///< StateId of the schema that the plan starts from.
  std::string to;    ///< StateId of the one that it ends with.
  std::size_t steps = 0;
  bool online = false;  ///< The script is in the form of plan/online_script.h.
  bool owners = false;  ///< Whether owners are part of both.
  bool tablespaces = false;

  bool operator==(const PlanHead&) const = default;
};

/// The script with its head: PlanScript() below one line more.
std::string HeadedScript(const PlanHead& head, const Plan& plan);

/// The head of a script; nothing when it has none, or one of a later form.
std::optional<PlanHead> ParseHead(std::string_view script);

/// What a script says that it destroys, a line a thing.
std::vector<std::string> LossesOf(std::string_view script);

}  // namespace pggit
