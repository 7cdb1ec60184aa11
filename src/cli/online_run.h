#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/context.h"
#include "core/plan/online_script.h"
#include "core/plan/plan_head.h"

namespace pggit::cli {

/// How an online plan waits for locks.
struct LockPatience {
  std::string timeout;  ///< How long a transaction waits for one.
  int retries = 0;      ///< How often it is begun again, a second later and then ever longer.
};

/// Where in the plan a database with the schema `state` is: the number of parts that it has had
/// already; nothing when it is nowhere.
std::optional<std::size_t> PartsDone(const PlanHead& head, const OnlineScript& script,
                                     const std::string& state);

/// Runs the parts from `first` on, each to its end, with a progress bar. What an earlier run left
/// of the indexes that these and the parts before make or drop, and that is not valid, is dropped.
/// When a part fails it is undone and the server's error thrown; those before it stand.
void RunOnlineParts(Context& context, Connection& server, const PlanHead& head,
                    const OnlineScript& script, std::size_t first, const LockPatience& patience);

/// The steps of the parts from `first` on.
std::size_t StepsFrom(const OnlineScript& script, std::size_t first);

}  // namespace pggit::cli
